import { buildLunr, fields, pathOf, type Posting, postingsOf } from './lunr-index.ts';
import { boostOf, kindOf, kinds } from './kind.ts';
import { hasNeighbours } from './nearest.ts';
import { encodeVarints } from './numbers.ts';
import { form, type IndexFile, partName, type SectionPart, type TermPart } from './parts.ts';
import { decodeVocabulary, encodeVocabulary, type SearchWords } from './search-words.ts';
import { anchorOf, type Section } from './section.ts';
import { rarityOf, scoreOf } from './score.ts';
import { type Cut, cutIn, indexTerms } from './segments.ts';
import { fold, wordForm } from './word-form.ts';
import { sectionsOf } from './sections.ts';

/** Characters of a text that the results show, at most; cut between words. */
const excerptLength = 40;
/** How many parts an index may have. */
export interface PartLimits {
  /** Parts of terms, at most: a query loads one or two for each of its words. */
  readonly terms: number;
  /** Parts of sections, at most: the first ten results load several. */
  readonly sections: number;
  /** Parts of the list of words, at most: a misspelt word loads the one in which it would stand. */
  readonly list: number;
}

/** On a website a file costs nothing, and what a query loads is small. */
const ofWebsite: PartLimits = { terms: 38, sections: 16, list: 5 };
/**
 * Terms that begin with as many letters alike lie in one part: a misspelt word is asked for there, and then what it
 * meant.
 */
const alike = 5;
/** Characters below which a part is not worth a request of its own. */
const leastLength = 1500;

/**
 * The index of one language's pages, as script files: a page opened from a USB stick may load a
 * script but not fetch a file (P34).
 * @param pages HTML by path from the root of the site (`en/pre-arrest/who-decides.html`), in the
 * order of the course, which decides between equal results
 * @param language BCP 47 tag of these pages
 * @param words what readers type, where the pages say it in other words
 * @returns text of each file by the name of its part (`partName`); the same pages give the same text
 */
export function searchIndex(
  pages: ReadonlyMap<string, string>,
  language: string,
  words?: SearchWords,
  limits?: PartLimits,
): ReadonlyMap<string, string> {
  const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));
  return indexOfSections(sections, language, words, limits);
}

/** As `searchIndex`, of the sections of the pages. */
export function indexOfSections(
  sections: readonly Section[],
  language: string,
  words?: SearchWords,
  limits?: PartLimits,
): ReadonlyMap<string, string> {
  const files = [...encode(sections, language, words, limits)];
  return new Map(files.map(([name, file]) => [name, `atiSearch=${JSON.stringify(file)}\n`]));
}

/**
 * Packs sections for the way to the browser (P44), in parts of which a query needs a few.
 * @param sections those of a page next to each other
 */
export function encode(
  sections: readonly Section[],
  language: string,
  words: SearchWords = { synonyms: [], notCovered: [] },
  limits: PartLimits = ofWebsite,
): ReadonlyMap<string, IndexFile> {
  const pages = pagesOf(sections);
  const cut = cutIn(language);
  const commonTerms = new Set(words.common?.map((word) => wordForm(word, language).term));
  const postings = [
    ...postingsOf(buildLunr(sections, language, namesOf(words, language, cut), commonTerms, cut)),
  ];
  const termParts = parted(
    postings,
    limits.terms,
    ([, posting]) => 9 + 2 * sizeOf(posting),
    ([term]) => term.slice(0, alike),
  );
  const sectionParts = partedPages(pages, limits.sections);
  const listParts = parted(
    plainWords(sections, words, language, cut),
    limits.list,
    () => 4,
    (word) => word.slice(0, 1),
  );
  const sizes = sectionParts.map((part) => part.reduce((sum, { rows }) => sum + rows.length, 0));
  return new Map<string, IndexFile>([
    [
      partName.head,
      {
        v: form,
        language,
        pages: encodeVarints(pages.map(({ rows }) => rows.length)),
        kinds: pages.map(({ path }) => kinds.indexOf(kindOf(path))).join(''),
        weights: encodeVarints(pages.map(({ path }) => Math.round(boostOf(path) * 100))),
        words: encodeVocabulary(words, language),
        terms: beginnings(termParts.map((part) => part.map(([term]) => term))),
        list: beginnings(listParts),
        sections: encodeVarints(sizes),
      },
    ],
    ...termParts.map((part, i) => [partName.terms(i), termPart(part, sections)] as const),
    ...sectionParts.map((part, i) => [partName.sections(i), sectionPart(part)] as const),
    ...listParts.map((part, i) => [partName.list(i), { terms: folded(part) }] as const),
  ]);
}

/** By the path of a page, the words that readers have for it, and beside them what these are looked up as. */
function namesOf(words: SearchWords, language: string, cut: Cut): Record<string, string[]> {
  const meanings = decodeVocabulary(encodeVocabulary({ ...words, notCovered: [] }, language));
  const named = (text: string) =>
    indexTerms(text, language, cut).flatMap((term) => [
      term,
      ...(meanings.get(term)?.split(' ').filter(Boolean) ?? []),
    ]);
  return Object.fromEntries(
    Object.entries(words.pages ?? {}).map(([page, text]) => [page, named(text)]),
  );
}

/** Forms of one term that are listed, at most. */
const mostForms = 3;

/** The words of each term, not stemmed, in order. */
function plainWords(
  sections: readonly Section[],
  words: SearchWords,
  language: string,
  cut: Cut,
): string[] {
  const forms = new Map<string, Set<string>>();
  const asked = [...words.synonyms, ...words.notCovered].flatMap((one) => one.words);
  const texts = sections.flatMap(({ title, heading, text }) => [title, heading, text]);
  const names = sections.map(({ href }) => words.pages?.[pathOf(href)] ?? '');
  for (const text of [...texts, ...asked, ...names])
    for (const { term, start, end, isCommon } of cut(text)) {
      const written = fold(text.slice(start, end));
      if (isCommon || !hasNeighbours(term) || wordForm(written, language).term !== term) continue;
      forms.set(term, (forms.get(term) ?? new Set()).add(written));
    }
  return [...new Set([...forms.values()].flatMap((set) => apart([...set])))].toSorted();
}

/** Whether a word is another with no more than an inflection, which is near enough to it. */
const isInflected = (stem: string, word: string): boolean =>
  word.startsWith(stem) && /^(?:e?s|ing|e[dr]s?)$/.test(word.slice(stem.length));

/** The shortest of these forms of a word, without those that only inflect another. */
const apart = (forms: readonly string[]): string[] =>
  forms
    .toSorted((one, other) => one.length - other.length)
    .reduce<string[]>(
      (kept, form) => (kept.some((one) => isInflected(one, form)) ? kept : [...kept, form]),
      [],
    )
    .slice(0, mostForms);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const sizeOf = (posting: Posting) => fields.reduce((sum, field) => sum + posting[field].size, 0);

/** Packs terms and where they stand; `decodeTerms` unpacks them. */
function termPart(
  terms: readonly (readonly [term: string, posting: Posting])[],
  sections: readonly Section[],
): TermPart {
  const lists = terms.flatMap(([, posting]) => fields.map((field) => [...posting[field]]));
  return {
    terms: folded(terms.map(([term]) => term)),
    counts: encodeVarints(lists.map((list) => list.length)),
    gaps: encodeVarints(lists.flatMap((list) => gapsOf(list.map(([at]) => at)))),
    times: encodeVarints(
      terms.flatMap(([, posting]) => {
        const rarity = rarityOf(sizeOf(posting), sections.length);
        return fields.flatMap((field) =>
          [...posting[field]].map(([at, score]) => {
            const weight = boostOf(sections[at]?.href ?? '');
            return timesFor(score, (times) => scoreOf(times, rarity, field, weight));
          }),
        );
      }),
    ),
  };
}

/** The distances of ascending numbers, the first from 0. */
const gapsOf = (numbers: readonly number[]) =>
  numbers.map((number, i) => number - (numbers[i - 1] ?? 0));

/** How often a term has to stand in a field for this score; the least, where more would not raise it. */
function timesFor(score: number, scoreOfTimes: (times: number) => number): number {
  for (let times = 1; times <= mostTimes; times += 1)
    if (scoreOfTimes(times) === score) return times;
  throw new Error(`lunr gives a score of ${score}, which no number of words has`);
}
/** Beyond this a score of three decimals no longer rises. */
const mostTimes = 100_000;

/** A page, or as much of a long one as a part holds. */
interface PageRows {
  readonly path: string;
  readonly title: string;
  readonly rows: string[];
}

function pagesOf(sections: readonly Section[]): PageRows[] {
  const pages: PageRows[] = [];
  for (const { href, title, heading, text, about } of sections) {
    const [path = '', id = ''] = href.split('#');
    if (pages.at(-1)?.path !== path) pages.push({ path, title: oneLine(title), rows: [] });
    const name = oneLine(heading);
    const row = [name, id === anchorOf(name) ? '' : id, excerptOf(oneLine(about || text))].join(
      '\t',
    );
    pages.at(-1)?.rows.push(row);
  }
  return pages;
}

function excerptOf(text: string): string {
  if (text.length <= excerptLength * 1.2) return text;
  const space = text.lastIndexOf(' ', excerptLength);
  // A script without spaces is cut anywhere.
  return `${text.slice(0, space > 0 ? space : excerptLength).replace(/[,;:]$/, '')}…`;
}

const sectionPart = (pages: readonly PageRows[]): SectionPart => ({
  pages: pages.map(({ path, title, rows }) => [path, title, rows.length].join('\t')).join('\n'),
  sections: pages.flatMap(({ rows }) => rows).join('\n'),
});

/** Pages in parts. What is found on a page is shown together, so only a long one is cut. */
function partedPages(pages: readonly PageRows[], most: number): PageRows[][] {
  const rows = pages.flatMap((page) => page.rows.map((row) => ({ page, row })));
  return parted(rows, most, ({ row }) => row.length).map((part) =>
    [...Map.groupBy(part, ({ page }) => page)].map(([page, own]) => ({
      ...page,
      rows: own.map(({ row }) => row),
    })),
  );
}

/** Cuts a list into parts of like size, `most` of them at most, and not between two of one family. */
function parted<T>(
  items: readonly T[],
  most: number,
  sizeOf: (item: T) => number,
  familyOf?: (item: T) => string,
): T[][] {
  const sizes = items.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const length = Math.max(leastLength, total / most);
  const parts: T[][] = [];
  let end = 0;
  let size = 0;
  items.forEach((item, i) => {
    const before = items[i - 1];
    const isOne = before && familyOf && familyOf(before) === familyOf(item);
    if (parts.length === 0 || (size >= end && !isOne)) {
      parts.push([]);
      end += length;
    }
    parts.at(-1)?.push(item);
    size += sizes[i] ?? 0;
  });
  return parts;
}

/** A line for each part of words: the beginning that sets it apart from all parts before it. */
const beginnings = (parts: readonly (readonly string[])[]): string =>
  parts.map((part, i) => beginning(part[0], parts[i - 1]?.at(-1))).join('\n');

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
