import type { Block } from '../../docx/word-document.ts';

/** The result of a form as elements. Pictures are left out, because the page shows the drawing itself. */
export const elementsOf = (blocks: readonly Block[]): HTMLElement[] =>
  blocks.flatMap((block): HTMLElement[] => {
    switch (block.kind) {
      case 'text':
        return [element('p', block.text)];
      case 'heading':
        return [element(`h${Math.min(6, block.level + 1)}`, block.text)];
      case 'list': {
        const list = document.createElement('ul');
        list.append(...block.items.map((item) => element('li', item)));
        return [list];
      }
      case 'table': {
        const table = document.createElement('table');
        fillTable(table, block);
        return [table];
      }
      case 'picture':
        return [];
    }
  });

/** Fills a table with a head and rows; the first cell of a row is its heading. */
export function fillTable(
  table: HTMLTableElement,
  { head, rows, colours }: Extract<Block, { kind: 'table' }>,
): void {
  const first = document.createElement('tr');
  first.append(
    ...head.map((text) => {
      const cell = element(text === '' ? 'td' : 'th', text);
      if (text !== '') cell.setAttribute('scope', 'col');
      return cell;
    }),
  );
  const body = rows.map((cells, line) => {
    const row = document.createElement('tr');
    row.append(
      ...cells.map((text, place) => {
        const isHead = place === 0 && cells.length > 1 && text !== '';
        const cell = element(isHead ? 'th' : 'td', text);
        if (isHead) cell.setAttribute('scope', 'row');
        else cell.dataset['label'] = head[place];
        const colour = colours?.[line]?.[place];
        if (colour) cell.dataset['colour'] = colour;
        return cell;
      }),
    );
    return row;
  });
  const [thead, tbody] = [document.createElement('thead'), document.createElement('tbody')];
  thead.append(first);
  tbody.append(...body);
  // Keeps the column widths, which the page defines.
  table.replaceChildren(...table.querySelectorAll(':scope > colgroup'), thead, tbody);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.dir = 'auto';
  for (const [place, line] of text.split('\n').entries()) {
    if (place > 0) made.append(document.createElement('br'));
    made.append(line);
  }
  return made;
}
