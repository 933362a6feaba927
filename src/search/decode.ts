import { fromDigits } from './numbers.ts';
import { anchorOf, form, type IndexedSection, type IndexFile } from './section.ts';

/**
 * Reads the content of an index file, as `encode` wrote it. Runs in the browser.
 * @returns the sections in the order of the course
 * @throws Error or RangeError when it is cut short or of another form
 */
export function decode(file: IndexFile): IndexedSection[] {
  if (file.v !== form) throw new Error(`search index of form ${String(file.v)}`);
  const rows = lines(file.sections);
  const rests = restsOf(file, rows.length);
  let next = 0;
  return lines(file.pages).flatMap((line) => {
    const [path = '', title = '', count] = line.split('\t');
    return Array.from({ length: Number(count) }, () => {
      const [heading = '', anchor = '', excerpt = ''] = rows[next]?.split('\t') ?? [];
      const rest = rests[next];
      if (!rest) throw cutShort();
      next += 1;
      const id = anchor || anchorOf(heading);
      return { href: id ? `${path}#${id}` : path, title, heading, excerpt, rest };
    });
  });
}

const lines = (text: string) => (text === '' ? [] : text.split('\n'));
const cutShort = () => new Error('search index is cut short');

/** The terms of each section's text, out of the lists that the file keeps by term. */
function restsOf({ terms, counts, gaps, often }: IndexFile, length: number) {
  const rests = Array.from({ length }, () => new Map<string, number>());
  const distances = fromDigits(gaps);
  const frequencies = fromDigits(often);
  let next = 0;
  for (const [term, count] of byCount(unfolded(terms), fromDigits(counts))) {
    let section = 0;
    for (let n = 0; n < count; n++) {
      const frequency = frequencies[next];
      section += distances[next] ?? NaN;
      next += 1;
      const rest = rests[section];
      if (!rest || frequency === undefined) throw cutShort();
      rest.set(term, frequency + 1);
    }
  }
  return rests;
}

/** Takes front-coded terms apart: "Acourt" and "Fs" are "court" and "courts". */
export function unfolded(terms: string): string[] {
  let term = '';
  return Array.from(terms.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', ending = '']) => {
    term = term.slice(0, shared.charCodeAt(0) - 65) + ending;
    return term;
  });
}

/**
 * Terms with the number of their sections, rare ones first: lists of one length have distances of
 * one size, which the server's compression rewards (about 5 %).
 */
export const byCount = (terms: readonly string[], counts: readonly number[]) =>
  terms
    .map((term, i) => [term, (counts[i] ?? NaN) + 1] as const)
    .sort(([, one], [, other]) => one - other);
