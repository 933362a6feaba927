import type { Section } from './compose.ts';
import { escapeXml } from '../html/escape.ts';

/** A line of the contents, with the lines below it. */
export interface ContentsLine {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ContentsLine[];
}

/**
 * The contents of a handbook as a tree: chapters below their module, and where there are no modules the headings
 * below their chapter.
 */
export function contentsOf(sections: readonly Section[]): ContentsLine[] {
  const hasParts = sections.some(({ kind }) => kind === 'part');
  const top: (ContentsLine & { lines: ContentsLine[] })[] = [];
  let part: ContentsLine[] | undefined;
  for (const { kind, id, title, headings } of sections) {
    const below = hasParts ? [] : headings.map((heading) => ({ ...heading, lines: [] }));
    const line = { id, title, lines: [...below] };
    // Lines after the last module belong to the whole book.
    if (kind === 'part' || kind === 'terms') part = undefined;
    if (part) part.push(line);
    else top.push(line);
    if (kind === 'part') part = line.lines;
  }
  return top;
}

/**
 * The contents as lists of links.
 * @param address where a place of the handbook is
 * @param after what stands behind the title of a place, such as room for the number of its page
 */
export const contentsList = (
  lines: readonly ContentsLine[],
  address: (id: string) => string,
  after: (id: string) => string = () => '',
): string =>
  `<ol>${lines
    .map(
      ({ id, title, lines: below }) =>
        `<li><a href="${escapeXml(address(id))}"><span>${escapeXml(title)}</span>${after(id)}</a>${
          below.length === 0 ? '' : contentsList(below, address, after)
        }</li>`,
    )
    .join('\n')}</ol>`;
