import { elements, textOf, type Element } from '../../html/html.ts';

// In millimetres, measured on a printed card at 8 pt in the widest font that may be installed.
const line = 3.5;
const heading = 8;
const character = 1.62;
const column = 91;
const sheet = 190;
/** A blank row has the height of handwriting. */
const blankRow = 7.5;

const lines = (text: string, width: number) =>
  Math.max(1, Math.ceil((text.trim().length * character) / width));

/**
 * Estimates the printed height of the blocks of a card's part, accurately enough to distribute the parts over columns.
 * @returns millimetres
 */
export function partHeight(blocks: readonly Element[], isWide: boolean): number {
  const width = isWide ? sheet : column;
  return blocks.reduce((all, block) => all + blockHeight(block, width), 0);
}

/**
 * Estimates the printed height of a part across both columns, with its lists set in two columns.
 * @returns millimetres; undefined for running text, whose lines would be too long, and for steps, which stay in one
 * column
 */
export function heightAcross(blocks: readonly Element[]): number | undefined {
  const has = (block: Element, tag: string) =>
    [...elements(block)].some(({ tagName }) => tagName === tag);
  const stays = (block: Element) =>
    has(block, 'ol') || (!/^h\d$/.test(block.tagName) && !has(block, 'tr') && !has(block, 'li'));
  if (blocks.some(stays)) return undefined;
  return blocks.reduce(
    (all, block) =>
      all + (has(block, 'li') ? blockHeight(block, column) / 2 + line : blockHeight(block, sheet)),
    0,
  );
}

function blockHeight(block: Element, width: number): number {
  if (/^h\d$/.test(block.tagName)) return heading;
  const items = [...elements(block)];
  const rows = items.filter(({ tagName }) => tagName === 'tr');
  if (rows.length > 0) {
    const caption = items.some(({ tagName }) => tagName === 'figcaption') ? 5 : 0;
    return rows.reduce((all, row) => all + rowHeight(row, width), caption + 2);
  }
  const points = items.filter(({ tagName }) => tagName === 'li');
  if (points.length === 0) return lines(textOf(block), width) * line + 1.5;
  return points.reduce(
    (all, point) => all + Math.max(5, lines(textOf(point), width - 7) * line + 0.9),
    1.5,
  );
}

function rowHeight(row: Element, width: number): number {
  const cells = [...elements(row)].filter(({ tagName }) => /^t[dh]$/.test(tagName));
  const isBlank = [...elements(row)].some(({ tagName }) => tagName === 'fill-in');
  const longest = Math.max(
    ...cells.map((cell) => lines(textOf(cell), width / cells.length - 4) * line),
  );
  return Math.max(longest + 2, isBlank ? blankRow : 0);
}
