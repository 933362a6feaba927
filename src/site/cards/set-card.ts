import { elements, hasClass, outerHtml, readPage, textOf, type Element } from '../../html/html.ts';
import { arrange, type CardPart, type CardRow } from './arrange.ts';
import { markBlanks } from './blanks.ts';
import { numberCitations, onlyCites, type CardSource } from './card-citations.ts';
import { heightAcross, partHeight } from './part-height.ts';

/** An unbreakable part of a card, as HTML. */
export interface SetPart extends CardPart {
  readonly html: string;
}

/** The body of a card, laid out on a sheet that folds in the middle in both directions. */
export interface SetCard {
  readonly halves: readonly (readonly CardRow<SetPart>[])[];
  /** The last paragraph, if it says what to read first; else empty. */
  readonly closing: string;
  readonly sources: readonly CardSource[];
}

/** Head of the sheet: role, title and the lines that all cards share; millimetres. */
const head = 30;
/** The line of sources and the trust line below the second half; millimetres. */
const foot = 24;

/**
 * Lays out the rendered body of a card. A part is a heading with the content below it, or a fill-in table that follows
 * other text. Citations become numbers, and runs of ellipses become fields.
 * @param html the rendered MDX
 */
export function setCard(html: string): SetCard {
  const body = [...elements(readPage(html))].find(({ tagName }) => tagName === 'body');
  const blocks = (body?.childNodes ?? []).filter((node): node is Element => 'tagName' in node);
  markBlanks(blocks);
  const last = blocks.at(-1);
  const isCited = (block: Element | undefined) =>
    block?.tagName === 'p' && [...elements(block)].some((one) => hasClass(one, 'cite'));
  const closing = last !== undefined && isCited(last) ? last : undefined;
  const isDropped = closing !== undefined && onlyCites(closing);
  const sources = numberCitations(blocks);
  const parts = partsOf(blocks.filter((block) => block !== closing)).map((part) => {
    const isWide = part.some(takesTheWidth);
    const height = partHeight(part, isWide);
    return { html: part.map(outerHtml).join(''), height, across: heightAcross(part), isWide };
  });
  return {
    halves: arrange(parts, { head, foot }),
    closing: closing === undefined || isDropped ? '' : outerHtml(closing),
    sources,
  };
}

const isHeading = ({ tagName }: Element) => tagName === 'h2';
const hasBlanks = (block: Element) =>
  [...elements(block)].some(({ tagName }) => tagName === 'fill-in');

function partsOf(blocks: readonly Element[]): Element[][] {
  const parts: Element[][] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const isSheet = block.tagName === 'figure' && hasBlanks(block);
    const begins = isHeading(block) || (isSheet && before !== undefined && !isHeading(before));
    if (begins || parts.length === 0) parts.push([block]);
    else parts.at(-1)?.push(block);
  }
  return parts;
}

/** Whether a block spans the sheet: a table too tall for one column, or a fill-in table with long questions. */
function takesTheWidth(block: Element): boolean {
  const rows = [...elements(block)].filter(({ tagName }) => tagName === 'tr');
  const cellsOf = (row: Element) =>
    [...elements(row)].filter(({ tagName }) => /^t[dh]$/.test(tagName));
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  const longest = Math.max(0, ...rows.map((row) => textOf(row).trim().length));
  return columns >= 4 || (columns === 3 && longest > 90) || (hasBlanks(block) && longest > 44);
}
