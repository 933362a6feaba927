import { cover, placesIn } from './place.ts';
import type { Citation, Source } from './source.ts';

/** A citation with its page. */
export interface Use<Page> extends Citation {
  readonly page: Page;
}

/** A treaty, resolution or set of rules, with the pages that cite each of its places. */
export interface Instrument<Page> {
  readonly source: Source;
  /** Cited places in the order of the text. */
  readonly places: readonly {
    /** Article, rule or paragraph, such as `3(4)(d)`. */
    readonly place: string;
    readonly pages: readonly Page[];
  }[];
  /** Pages that cite the whole text, its preamble or a part without a number. */
  readonly whole: readonly Page[];
}

const kinds = ['treaty', 'rules', 'resolution'] as const;

/** The year in the name of a text, which stays the same in an amended edition. */
const yearOf = ({ short, year }: Source) => Number(/\b\d{4}\b/.exec(short)?.[0] ?? year);

/** Matches paragraphs of the adopting resolution, and commentary, which must not be taken for rules. */
const beside = /\b(?:operative paras?\.?|commentary on rules?) [\d.]+(?: and [\d.]+)?/g;

/**
 * The index of law: every article, rule and paragraph that the course cites, with the pages that cite it. Treaties come
 * first, then rules, then resolutions, each by year. A citation of a range counts for every place inside it that is
 * cited elsewhere.
 */
export function lawIndex<Page extends { readonly href: string }>(
  sources: readonly Source[],
  uses: readonly Use<Page>[],
): Instrument<Page>[] {
  return kinds
    .flatMap((kind) =>
      sources.filter((source) => source.kind === kind).toSorted((a, b) => yearOf(a) - yearOf(b)),
    )
    .flatMap((source) => {
      const sourceUses = uses
        .filter((use) => use.source === source.id)
        .map(({ at = '', page }) => ({ at: at.replace(beside, ''), page }));
      const named = [...new Set(sourceUses.flatMap(({ at }) => placesIn(at)))].toSorted(inText);
      const places = named.map((place) => ({
        place,
        pages: once(sourceUses.filter(({ at }) => names(at, place)).map(({ page }) => page)),
      }));
      const whole = once(
        sourceUses.filter(({ at }) => placesIn(at).length === 0).map(({ page }) => page),
      );
      return sourceUses.length === 0 ? [] : [{ source, places, whole }];
    });
}

/** Whether a citation names the place itself or a range around it, rather than only a part of it. */
function names(at: string, place: string): boolean {
  const named = placesIn(at);
  return (
    named.includes(place) ||
    (cover(at, place) === 'exact' && named.every((other) => cover(other, place) !== 'exact'))
  );
}

const once = <Page extends { readonly href: string }>(pages: readonly Page[]): Page[] => [
  ...new Map(pages.map((page) => [page.href, page])).values(),
];

/** Order of two places in a text: numbers by their value, letters by the alphabet. */
const inText = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true, ignorePunctuation: false });
