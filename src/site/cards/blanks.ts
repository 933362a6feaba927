import { checksum } from '../../codec/checksum.ts';
import { elements, replaceContent, setAttribute, textOf, type Element } from '../../html/html.ts';

/** Dots in the words of a card stand for room to write. */
const dots = /…{2,}/;

const all = (blocks: readonly Element[]) => blocks.flatMap((block) => [...elements(block)]);

/** A blank of a card: what is asked beside it, and the key under which the answer is kept. */
const blank = (label: string, key: string) =>
  `<fill-in data-key="${key}" data-label="${label.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></fill-in>`;

/**
 * Makes each row of dots a place to write: the cells of a table by their row and column, dots in a
 * sentence by the words before them. Its key is made of these words, so that what was written never
 * stands beside another question after an update.
 */
export function markBlanks(blocks: readonly Element[]): void {
  const seen = new Map<string, number>();
  const keyOf = (label: string) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return checksum(count === 1 ? label : `${label} ${count}`).toString(36);
  };
  for (const table of all(blocks).filter(({ tagName }) => tagName === 'table')) {
    const rows = [...elements(table)].filter(({ tagName }) => tagName === 'tr');
    const cells = rows.map((row) =>
      [...elements(row)].filter(({ tagName }) => /^t[dh]$/.test(tagName)),
    );
    const columns = cells[0]?.map((cell) => textOf(cell).trim()) ?? [];
    for (const row of cells.slice(1))
      for (const [index, cell] of row.entries()) {
        if (!dots.test(textOf(cell))) continue;
        const asked = row[0] === undefined || index === 0 ? '' : textOf(row[0]).trim();
        const label = [dots.test(asked) ? '' : asked, columns[index]].filter(Boolean).join(': ');
        replaceContent(cell, blank(label, keyOf(label)));
        setAttribute(cell, 'class', 'blank');
      }
  }
  for (const element of all(blocks)) {
    if (!/^(?:p|li)$/.test(element.tagName) || !dots.test(textOf(element))) continue;
    const parts = textOf(element).split(/…+/);
    const html = parts
      .map((words, index) => {
        const label = (words.split(/[☐.]/).at(-1) ?? words).replace(/[\s:]+$/, '').trim();
        const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        return index === parts.length - 1
          ? escaped
          : `<span class="asked">${escaped}${blank(label, keyOf(label))}</span>`;
      })
      .join(' ');
    replaceContent(element, html);
  }
}
