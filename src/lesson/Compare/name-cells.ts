import { attribute, elements, outerHtml, readPage, setAttribute, textOf } from '../../html/html.ts';
import type { Element } from '../../html/html.ts';

/** Fewest columns of a table that is too wide for a phone: its rows become entries. */
const entryColumns = 3;
/** Longest name of a row that stays on one line where there is room, in characters. */
const longestName = 24;
/** A cell to fill in, or an empty one, names no row. */
const names = (cell: Element): boolean => /[\p{L}\p{N}]/u.test(textOf(cell));

const within = (root: Parameters<typeof elements>[0], ...tags: string[]): Element[] =>
  [...elements(root)].filter(({ tagName }) => tags.includes(tagName));

/**
 * Says to what a cell belongs: the first of a row is its heading, and in a table of three columns or more each other
 * cell carries the name of its column (`data-label`), for screens on which columns do not fit.
 * @param html a rendered Markdown table
 * @returns the same table
 */
export function nameCells(html: string): string {
  const [table] = within(readPage(html), 'table');
  if (table === undefined) return html;
  const [head, ...rows] = within(table, 'tr').map((row) => within(row, 'th', 'td'));
  const labels = (head ?? []).map((cell) => textOf(cell).trim());
  const hasEntries = labels.length >= entryColumns;
  if (hasEntries) setAttribute(table, 'class', 'stacks');
  for (const [first, ...others] of rows) {
    if (first !== undefined && names(first)) {
      first.tagName = 'th';
      first.nodeName = 'th';
      setAttribute(first, 'scope', 'row');
      const name = textOf(first).trim();
      if (name.length <= longestName && /[^\p{L}\p{N}]/u.test(name))
        setAttribute(first, 'class', 'kept');
    }
    if (hasEntries)
      for (const [index, cell] of others.entries())
        if (textOf(cell).trim() !== '' && attribute(cell, 'data-label') === undefined)
          setAttribute(cell, 'data-label', labels[index + 1] ?? '');
  }
  return outerHtml(table).replaceAll('\n', '');
}
