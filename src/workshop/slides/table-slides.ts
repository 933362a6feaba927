import { type Element, hasClass } from '../../html/html.ts';
import { escapeHtml } from '../../html/escape.ts';
import { childElements, plain, within } from './lesson-text.ts';
import { linesOf, parted, type Setting, type Slide } from './slide.ts';

/** Number of type sizes for tables; if none fits, the rows continue on another slide. */
const tableSteps = 5;

/** Slides for a table, as many as its rows need, each with its head. */
export function tableSlides(heading: string, piece: Element): Slide[] {
  const [table] = within(piece, 'table');
  if (table === undefined) return [];
  const [caption] = hasClass(piece, 'compare') ? within(piece, 'figcaption') : [];
  const rows = filled(within(table, 'tr').map((row) => childElements(row).map(plain)));
  const [head = [], ...body] = rows;
  const shares = columnShares(rows);
  const height = (cells: readonly string[], setting: Setting) =>
    Math.max(
      ...cells.map((cell, column) =>
        linesOf(
          { characters: cell.length * 1.06, share: shares[column] ?? 1, indent: 1.6 },
          setting,
        ),
      ),
    ) *
      1.34 *
      setting.scale +
    0.7 * setting.scale;
  return parted(
    body,
    (some, setting) => [head, ...some].reduce((sum, cells) => sum + height(cells, setting), 0),
    tableSteps,
  ).map(({ items, size, wide }, place) => ({
    kind: 'table',
    heading: caption ? plain(caption) : heading,
    body: [
      '<table class="stacks"><colgroup>',
      ...shares.map((share) => `<col width="${Math.round(share * 100)}%">`),
      '</colgroup><thead><tr>',
      ...head.map((cell) =>
        cell === '' ? '<td></td>' : `<th scope="col">${escapeHtml(cell)}</th>`,
      ),
      '</tr></thead><tbody>',
      ...items.map((cells) => `<tr>${rowOf(cells, head)}</tr>`),
      '</tbody></table>',
    ].join(''),
    notes: place === 0 ? [heading] : [],
    ...{ size, wide, isShort: false },
  }));
}

/** The rows without columns that only have a head, as sources do, because slides leave citations out. */
function filled(rows: readonly (readonly string[])[]): (readonly string[])[] {
  const [, ...body] = rows;
  return rows.map((cells) =>
    cells.filter((_, column) => column === 0 || body.some((row) => (row[column] ?? '') !== '')),
  );
}

/** HTML of a row. Each cell has the name of its column, because on phones cells are stacked. */
const rowOf = (cells: readonly string[], head: readonly string[]): string =>
  cells
    .map((cell, column) =>
      column === 0
        ? `<th scope="row">${escapeHtml(cell)}</th>`
        : `<td data-label="${escapeHtml(head[column] ?? '')}">${escapeHtml(cell)}</td>`,
    )
    .join('');

/** Widths of the columns as shares, 0 to 1, by the length of their texts; every word must fit its column. */
function columnShares(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(...rows.map(({ length }) => length));
  const wants = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((cells) => cells[column] ?? '');
    const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
    const word = Math.max(
      ...cells.flatMap((cell) => cell.split(/[\s-]/).map(({ length }) => length)),
    );
    return Math.max(Math.sqrt(mean) * 4, word * 1.6);
  });
  const all = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => want / all);
}
