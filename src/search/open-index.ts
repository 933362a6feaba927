import { decodeSections, decodeTerms, unfolded } from './decode.ts';
import type { Posting } from './lunr-index.ts';
import { damaged, decodeVarints } from './numbers.ts';
import { form, type IndexFile, type IndexHead } from './parts.ts';
import { decodeVocabulary, type Vocabulary } from './search-words.ts';
import type { ShownSection } from './section.ts';

/** The content of parts of words. */
export interface WordParts {
  terms: ReadonlyMap<string, Posting>;
  /** Words that a misspelt one may mean. */
  list: readonly string[];
}

interface Parts extends WordParts {
  sections: readonly ShownSection[];
}

/** An index, ready to be asked: its head, and as much of the rest as was loaded. */
export interface SearchIndex {
  readonly language: string;
  /** For each section, its page. */
  readonly pages: readonly number[];
  /** For each page, a digit: the place of its kind in `kinds`. */
  readonly kinds: string;
  /** For each section, what its page weighs. */
  readonly weights: readonly number[];
  readonly vocabulary: Vocabulary;
  /** For each part of terms and of the list of words, what it begins with. */
  readonly keys: Readonly<Record<keyof WordParts, readonly string[]>>;
  /** For each part of sections, the first of them. */
  readonly firsts: readonly number[];
  /** The content of each loaded part, by its name. */
  readonly loaded: { readonly [Kind in keyof Parts]: Map<string, Parts[Kind]> };
}

/** Parts that an answer still lacks: names to load and to `take`. */
export interface MissingParts {
  readonly how: 'lack';
  readonly parts: ReadonlySet<string>;
}

/**
 * Makes the head of an index ready.
 * @throws Error when it is cut short or of another form
 */
export function openIndex(file: IndexFile): SearchIndex {
  const head = file as IndexHead;
  if (head.v !== form) throw new Error('search index of form ' + String(head.v));
  const pages = decodeVarints(head.pages).flatMap((count, page) =>
    Array.from({ length: count }, () => page),
  );
  const weights = decodeVarints(head.weights);
  return {
    language: head.language,
    pages,
    kinds: head.kinds,
    weights: pages.map((page) => (weights[page] ?? 0) / 100),
    vocabulary: decodeVocabulary(head.words),
    keys: { terms: keysOf(head.terms), list: keysOf(head.list) },
    firsts: starts(decodeVarints(head.sections), pages.length),
    loaded: { terms: new Map(), list: new Map(), sections: new Map() },
  };
}

const keysOf = (lines: string) => (lines ? lines.split('\n') : []);

/** Where each part begins, of parts that follow each other. */
function starts(sizes: readonly number[], all: number): number[] {
  let end = 0;
  const firsts = sizes.map((size) => (end += size) - size);
  if (end !== all) throw damaged();
  return firsts;
}

/**
 * Adds a part to an index.
 * @throws Error when it is cut short
 */
export function addPart({ loaded, weights }: SearchIndex, name: string, part: IndexFile): void {
  if ('pages' in part) loaded.sections.set(name, decodeSections(part));
  else if ('gaps' in part) loaded.terms.set(name, decodeTerms(part, weights));
  else loaded.list.set(name, unfolded(part.terms));
}
