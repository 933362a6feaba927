import { fromDigits } from './numbers.ts';
import type { SectionPart, TermPart } from './parts.ts';
import { anchorOf, type ShownSection } from './section.ts';

/** How often a term stands in each page's title, and in each section's heading and text. */
export type Posting = readonly [titles: Frequencies, headings: Frequencies, texts: Frequencies];
export type Frequencies = ReadonlyMap<number, number>;

/**
 * Reads a part of terms. Runs in the browser, as all of this file.
 * @throws Error or RangeError when it is cut short
 */
export function decodeTerms({ terms, counts, gaps, often }: TermPart): Map<string, Posting> {
  const lengths = fromDigits(counts);
  const distances = fromDigits(gaps);
  const frequencies = fromDigits(often);
  let next = 0;
  const list = (count = NaN): Frequencies => {
    const found = new Map<number, number>();
    let at = 0;
    for (const end = next + count; next !== end; next++) {
      const distance = distances[next];
      const frequency = frequencies[next];
      if (distance === undefined || frequency === undefined) throw cutShort();
      at += distance;
      found.set(at, frequency + 1);
    }
    return found;
  };
  return new Map(
    unfolded(terms).map((term, i) => [
      term,
      [list(lengths[3 * i]), list(lengths[3 * i + 1]), list(lengths[3 * i + 2])],
    ]),
  );
}

/**
 * Reads a part of sections.
 * @throws Error when it is cut short
 */
export function decodeSections({ pages, sections }: SectionPart): ShownSection[] {
  const rows = sections.split('\n');
  let next = 0;
  return pages.split('\n').flatMap((line) => {
    const [path = '', title = '', count] = line.split('\t');
    return Array.from({ length: Number(count) }, () => {
      const [heading = '', anchor = '', excerpt] = rows[next++]?.split('\t') ?? [];
      if (excerpt === undefined) throw cutShort();
      const id = anchor || anchorOf(heading);
      return { href: id ? `${path}#${id}` : path, title, heading, excerpt };
    });
  });
}

const cutShort = () => new Error('search index is cut short');

/** Takes front-coded terms apart: "Acourt" and "Fs" are "court" and "courts". */
export function unfolded(terms: string): string[] {
  let term = '';
  return Array.from(terms.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', ending = '']) => {
    term = term.slice(0, shared.charCodeAt(0) - 65) + ending;
    return term;
  });
}
