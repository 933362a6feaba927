import lunr from 'lunr';
import { decode } from './decode.ts';
import { nearest } from './nearest.ts';
import { lunrIndex, positionOf } from './ranking.ts';
import type { IndexedSection, IndexFile } from './section.ts';
import { type Segment, segments } from './segments.ts';

/** An index, ready to be asked. */
export interface SearchIndex {
  readonly language: string;
  readonly sections: readonly IndexedSection[];
  readonly lunr: lunr.Index;
  /** Every term, sorted. */
  readonly terms: readonly string[];
}

export interface Hit {
  readonly section: IndexedSection;
  /** Terms of the index for which the section was found. */
  readonly terms: ReadonlySet<string>;
}

export interface Answer {
  /** `words`: all words are in each section. `close`: some are, or others spelt much like them. */
  readonly how: 'words' | 'close';
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** What is read of a query; nobody types more, and time grows with it. */
const longestQuery = 200;
const mostWords = 12;

/** An unfinished word is completed from two characters on; one would match most of the course. */
const shortestBeginning = 2;
/** A complete word counts more than words that only begin with it. */
const completeWord = 5;

/**
 * Makes an index file ready.
 * @throws when the file cannot be read (see `decode`)
 */
export function openIndex(file: IndexFile): SearchIndex {
  const sections = decode(file);
  const index = lunrIndex(sections, file.language);
  const { invertedIndex } = index as unknown as { invertedIndex: Record<string, unknown> };
  const terms = Object.keys(invertedIndex).sort();
  return { language: file.language, sections, lunr: index, terms };
}

/**
 * Sections that answer a query, in lunr's order. Any text is a query: it is taken as words, and
 * lunr's query language, which throws on a stray `~` or `title:`, is not used.
 * @param text as typed so far: without a space at its end, the last word may be unfinished
 */
export function search(index: SearchIndex, text: string): Answer {
  const query = wordsOf(text, index.language);
  const all = ask(index, query, lunr.Query.presence.REQUIRED);
  if (all.length > 0 || query.length === 0) return { how: 'words', hits: all };

  const mended = query.flatMap((word) => mend(word, index.terms));
  const close = ask(index, mended, lunr.Query.presence.REQUIRED);
  if (close.length > 0) return { how: 'close', hits: close };
  return { how: 'close', hits: ask(index, mended, lunr.Query.presence.OPTIONAL) };
}

/** A word of a query. */
interface Word extends Pick<Segment, 'term' | 'also'> {
  /** What completes an unfinished word: any term that begins with this. */
  readonly beginning: string | undefined;
  readonly plain: string;
}

function wordsOf(text: string, language: string): Word[] {
  const read = text.slice(0, longestQuery).trimStart();
  const found = segments(read, language);
  const telling = found.filter(({ isCommon }) => !isCommon);
  // "Who" alone is a question after all.
  return (telling.length > 0 ? telling : found).slice(0, mostWords).map((segment) => {
    const { term, plain, also } = segment;
    const beginning = segment.end === read.length ? shared(term, plain) : '';
    const isLong =
      beginning.length >= shortestBeginning || /[^\p{Script=Latin}\d]/u.test(beginning);
    return { term, plain, also, beginning: isLong && beginning ? beginning : undefined };
  });
}

/** The stem "polici" of "policy" begins like "policies" only up to "polic". */
function shared(term: string, plain: string): string {
  let length = 0;
  while (length < term.length && term[length] === plain[length]) length += 1;
  return term.slice(0, length);
}

/** The word itself if the index has it, else the nearest to it, else nothing. */
function mend(word: Word, terms: readonly string[]): Word[] {
  const { term, plain, beginning } = word;
  const isKnown =
    terms.includes(term) || (beginning && terms.some((one) => one.startsWith(beginning)));
  if (isKnown) return [word];
  const near = nearest(plain, terms);
  return near === undefined ? [] : [{ term: near, plain: near, also: [], beginning: undefined }];
}

function ask(index: SearchIndex, words: readonly Word[], presence: lunr.Query.presence): Hit[] {
  if (words.length === 0) return [];
  const results = index.lunr.query((query) => {
    for (const { term, also, beginning } of words) {
      if (beginning === undefined) query.term(term, { presence, usePipeline: false });
      else {
        const wildcard = lunr.Query.wildcard.TRAILING;
        query.term(beginning, { presence, wildcard, usePipeline: false });
        query.term(term, { boost: completeWord, usePipeline: false });
      }
      for (const part of also) query.term(part, { usePipeline: false });
    }
  });
  return results.flatMap(({ ref, matchData }) => {
    const section = index.sections[positionOf(ref)];
    return section ? [{ section, terms: new Set(Object.keys(matchData.metadata)) }] : [];
  });
}

/**
 * Puts what goes beyond a page's first few sections after all other pages, so that one long page
 * does not fill the list.
 */
export function spread(hits: readonly Hit[], perPage: number): Hit[] {
  const seen = new Map<string, number>();
  const later: Hit[] = [];
  const first = hits.filter((hit) => {
    const [page = ''] = hit.section.href.split('#');
    const count = (seen.get(page) ?? 0) + 1;
    seen.set(page, count);
    if (count > perPage) later.push(hit);
    return count <= perPage;
  });
  return [...first, ...later];
}
