import type { Field, Posting } from './lunr-index.ts';
import { damaged, decodeVarints } from './numbers.ts';
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
  const [counts, gaps, times] = [part.counts, part.gaps, part.times].map(reader) as [
    Reader,
    Reader,
    Reader,
  ];
  const sections = (field: Field, held: number, rarity: number) => {
    let at = 0;
    return new Map(
      Array.from({ length: held }, () => {
        at += gaps();
        return [at, scoreOf(times(), rarity, field, weights[at] ?? 1)];
      }),
    );
  };
  return new Map(
    unfolded(part.terms).map((term) => {
      const [title, heading, text] = [counts(), counts(), counts()];
      const rarity = rarityOf(title + heading + text, weights.length);
      return [
        term,
        {
          title: sections('title', title, rarity),
          heading: sections('heading', heading, rarity),
          text: sections('text', text, rarity),
        },
      ];
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
