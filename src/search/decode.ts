import { type Field, fields, type Place, type Posting } from './lunr-index.ts';
import { damaged, decodeVarints, sumOf } from './numbers.ts';
import type { SectionPart, TermPart } from './parts.ts';
import { rarityOf, scoreOf } from './score.ts';
import { anchorOf, type ShownSection } from './section.ts';

/**
 * Unpacks a part of terms. Runs in the browser, as all of this file.
 * @param weights what each section weighs, of all that the index has
 * @returns by term, the scores of lunr's serialized index
 * @throws Error when it is cut short
 */
export function decodeTerms(part: TermPart, weights: readonly number[]): Map<string, Posting> {
  const [counts, gaps, times, names] = [part.counts, part.gaps, part.times, part.names].map(
    reader,
  ) as [Reader, Reader, Reader, Reader];
  const sections = (field: Field, length: number, rarity: number) => {
    const section = sums(gaps);
    return new Map(
      Array.from({ length }, (): [number, Place] => {
        const [at, length] = [section(), times()];
        const own = field === 'heading' ? Array.from({ length }, sums(names)) : [];
        return [at, { score: scoreOf(length, rarity, field, weights[at] ?? 1), names: own }];
      }),
    );
  };
  return new Map(
    unfolded(part.terms).map((term) => {
      const lengths = fields.map(counts);
      const rarity = rarityOf(sumOf(lengths), weights.length);
      const places = fields.map((field, i) => [field, sections(field, lengths[i] ?? 0, rarity)]);
      return [term, Object.fromEntries(places) as Posting];
    }),
  );
}

type Reader = () => number;

/** Gives the numbers of a text one after the other. */
function reader(digits: string): Reader {
  const numbers = decodeVarints(digits).values();
  return () => {
    const { value } = numbers.next();
    if (value === undefined) throw damaged();
    return value;
  };
}

/** Gives ascending numbers of which the text holds the distances. */
function sums(next: Reader): Reader {
  let sum = 0;
  return () => (sum += next());
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
      if (excerpt === undefined) throw damaged();
      const id = anchor || anchorOf(heading);
      return { href: id ? `${path}#${id}` : path, title, heading, excerpt };
    });
  });
}

/** Takes front-coded terms apart: "Acourt" and "Fs" are "court" and "courts". */
export function unfolded(terms: string): string[] {
  let term = '';
  return Array.from(terms.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', ending = '']) => {
    term = term.slice(0, shared.charCodeAt(0) - 65) + ending;
    return term;
  });
}
