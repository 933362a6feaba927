import { hasNeighbours } from './nearest.ts';
import { toDigits } from './numbers.ts';
import { form, type IndexFile, partName, type SectionPart, type TermPart } from './parts.ts';
import { anchorOf, type Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import { indexTerms } from './segments.ts';

/** Characters of a text that the results show, at most; cut between words. */
const excerptLength = 90;
/** Characters of a part of terms: a query loads one for each of its words. */
const termsLength = 1600;
/** Characters of a part of sections: the first ten results load several. */
const sectionsLength = 900;

/**
 * The index of one language's pages, as script files: a page opened from a USB stick may load a
 * script but not fetch a file (P34).
 * @param pages HTML by path from the root of the site (`en/pre-arrest/who-decides.html`), in the
 * order of the course, which decides between equal results
 * @param language BCP 47 tag of these pages
 * @returns text of each file by the name of its part (`partName`); the same pages give the same text
 */
export function searchIndex(
  pages: ReadonlyMap<string, string>,
  language: string,
): ReadonlyMap<string, string> {
  const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));
  const files = [...encode(sections, language)];
  return new Map(files.map(([name, file]) => [name, `atiSearch=${JSON.stringify(file)}\n`]));
}

/** Where a term stands: by field the page or section, and how often. */
type Places = readonly [titles: Place[], headings: Place[], texts: Place[]];
interface Place {
  readonly at: number;
  readonly often: number;
}

/**
 * Packs sections for the way to the browser (P44), in parts of which a query needs a few.
 * @param sections those of a page next to each other
 */
export function encode(
  sections: readonly Section[],
  language: string,
): ReadonlyMap<string, IndexFile> {
  const places = new Map<string, Places>();
  /** Notes the terms of a text. Returns how many it has. */
  const note = (field: 0 | 1 | 2, at: number, text: string): number => {
    const terms = indexTerms(text, language);
    for (const [term, often] of frequencies(terms)) {
      const found = places.get(term) ?? [[], [], []];
      found[field].push({ at, often });
      places.set(term, found);
    }
    return terms.length;
  };

  const pages = pagesOf(sections);
  const titles = pages.map(({ title }, page) => note(0, page, title));
  const headings = sections.map(({ heading }, at) =>
    oneLine(heading) ? note(1, at, heading) + 1 : 0,
  );
  const texts = sections.map(({ text }, at) => note(2, at, text));

  const terms = [...places.keys()].sort();
  const termParts = parted(terms, termsLength, (term) => 3 + 2 * countOf(places.get(term)));
  const sectionParts = partedPages(pages);
  const sizes = sectionParts.map((part) => part.reduce((sum, { rows }) => sum + rows.length, 0));
  return new Map<string, IndexFile>([
    [
      partName.head,
      {
        v: form,
        language,
        pages: toDigits(pages.map(({ rows }) => rows.length)),
        titles: toDigits(titles),
        headings: toDigits(headings),
        texts: toDigits(texts),
        terms: termParts.map((part, i) => beginning(part[0], termParts[i - 1]?.at(-1))).join('\n'),
        sections: toDigits(sizes),
      },
    ],
    ...termParts.map(
      (part, i) =>
        [
          partName.terms(i),
          termPart(part.map((term) => [term, places.get(term) ?? [[], [], []]])),
        ] as const,
    ),
    ...sectionParts.map((part, i) => [partName.sections(i), sectionPart(part)] as const),
    [partName.list, { terms: folded(terms.filter(hasNeighbours)) }],
  ]);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function frequencies(terms: readonly string[]) {
  const found = new Map<string, number>();
  for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

const countOf = (places: Places | undefined) => places?.flat().length ?? 0;

function termPart(terms: readonly (readonly [term: string, places: Places])[]): TermPart {
  const lists = terms.flatMap(([, places]) => places);
  return {
    terms: folded(terms.map(([term]) => term)),
    counts: toDigits(lists.map((list) => list.length)),
    gaps: toDigits(lists.flatMap((list) => list.map(({ at }, i) => at - (list[i - 1]?.at ?? 0)))),
    often: toDigits(lists.flat().map(({ often }) => often - 1)),
  };
}

/** A page, or as much of a long one as a part holds. */
interface PageRows {
  readonly path: string;
  readonly title: string;
  readonly rows: string[];
}

function pagesOf(sections: readonly Section[]): PageRows[] {
  const pages: PageRows[] = [];
  for (const { href, title, heading, text } of sections) {
    const [path = '', id = ''] = href.split('#');
    if (pages.at(-1)?.path !== path) pages.push({ path, title: oneLine(title), rows: [] });
    const name = oneLine(heading);
    const row = [name, id === anchorOf(name) ? '' : id, excerptOf(oneLine(text))].join('\t');
    pages.at(-1)?.rows.push(row);
  }
  return pages;
}

function excerptOf(text: string): string {
  if (text.length <= excerptLength * 1.2) return text;
  const space = text.lastIndexOf(' ', excerptLength);
  // A script without spaces is cut anywhere.
  return `${text.slice(0, space > 0 ? space : excerptLength)}…`;
}

const sectionPart = (pages: readonly PageRows[]): SectionPart => ({
  pages: pages.map(({ path, title, rows }) => [path, title, rows.length].join('\t')).join('\n'),
  sections: pages.flatMap(({ rows }) => rows).join('\n'),
});

/** Pages in parts. What is found on a page is shown together, so only a long one is cut. */
function partedPages(pages: readonly PageRows[]): PageRows[][] {
  const pieces = pages.flatMap((page) =>
    parted(page.rows, sectionsLength, (row) => row.length).map((rows) => ({ ...page, rows })),
  );
  return parted(pieces, sectionsLength, ({ rows }) => rows.join('\n').length);
}

/** Cuts a list into parts of about a size: each is as near to it as whole items allow. */
function parted<T>(items: readonly T[], most: number, sizeOf: (item: T) => number): T[][] {
  const parts: T[][] = [];
  let size = Infinity;
  for (const item of items) {
    const own = sizeOf(item);
    if (size + own / 2 > most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += own;
  }
  return parts;
}

/** As much of a term as sets it apart from the one before it. */
function beginning(term = '', before = ''): string {
  let length = 1;
  while (length < term.length && term.slice(0, length) <= before) length += 1;
  return term.slice(0, length);
}

/** Front-codes sorted terms: a capital for the characters shared with the term before, then the rest. */
function folded(terms: readonly string[]): string {
  return terms
    .map((term, i) => {
      const before = terms[i - 1] ?? '';
      let shared = 0;
      while (shared < 25 && shared < before.length && before[shared] === term[shared]) shared += 1;
      return String.fromCharCode(65 + shared) + term.slice(shared);
    })
    .join('');
}
