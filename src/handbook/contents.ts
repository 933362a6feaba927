import type { Section } from './compose.ts';
import { escapeXml } from '../html/escape.ts';

/** A line of the contents, with its sublines. */
export interface ContentsLine {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ContentsLine[];
}

/**
 * The contents of a handbook as a tree: chapters under their module, or, in a handbook without modules, headings under
 * their chapter.
 */
export function contentsOf(sections: readonly Section[]): ContentsLine[] {
  const hasParts = sections.some(({ kind }) => kind === 'part');
  const top: (ContentsLine & { lines: ContentsLine[] })[] = [];
  let part: ContentsLine[] | undefined;
  for (const { kind, id, title, headings } of sections) {
    const below = hasParts ? [] : headings.map((heading) => ({ ...heading, lines: [] }));
    const line = { id, title, lines: [...below] };
    // Lines after the last module belong to the book as a whole.
    if (kind === 'part' || kind === 'terms') part = undefined;
    if (part) part.push(line);
    else top.push(line);
    if (kind === 'part') part = line.lines;
  }
  return top;
}

/**
 * The contents as nested lists of links.
 * @param address returns the address of a place in the handbook
 * @param after returns markup to follow the title of a place, such as space for its page number
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
