import { attribute, elements, hasClass, readPage, textOf } from '../html/html.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './pieces-of.ts';
import { makePrintable } from './printable.ts';

/** A printable term of the glossary. */
export interface TermEntry {
  readonly term: string;
  readonly meaning: readonly Piece[];
}

/**
 * Reads the terms of the glossary page, in order.
 * @param page path of the page, relative to the site
 * @param html the page, with URLs from the root of the site or relative to it
 */
export function readTerms(page: string, html: string): ReadonlyMap<string, TermEntry> {
  const all = [...elements(readPage(html))];
  const list = all.find(({ tagName, attrs }) => tagName === 'dl' && attrs.length > 0);
  const entries = list && hasClass(list, 'entries') ? [...elements(list)] : [];
  return new Map(
    entries.flatMap((entry) => {
      const id = attribute(entry, 'id');
      const name = [...elements(entry)].find(({ tagName }) => tagName === 'dt');
      const meaning = [...elements(entry)].find(({ tagName }) => tagName === 'dd');
      if (id === undefined || name === undefined || meaning === undefined) return [];
      makePrintable(meaning);
      const words = piecesOf(meaning.childNodes, { page, key: termId(id) });
      return [[id, { term: textOf(name).trim(), meaning: words }] as const];
    }),
  );
}

/** The terms that a handbook uses. */
export class UsedTerms {
  readonly #entries: ReadonlyMap<string, TermEntry>;
  readonly #used = new Set<string>();

  /** @param entries the whole glossary */
  constructor(entries: ReadonlyMap<string, TermEntry>) {
    this.#entries = entries;
  }

  /** @returns id of the term in the handbook @throws if the glossary has no such term */
  use(id: string): string {
    if (!this.#entries.has(id)) throw new Error(`glossary.yaml has no term "${id}"`);
    this.#used.add(id);
    return termId(id);
  }

  /** The terms used, in glossary order, with their ids in the handbook. */
  inOrder(): (TermEntry & { readonly id: string })[] {
    return [...this.#entries].flatMap(([id, entry]) =>
      this.#used.has(id) ? [{ ...entry, id: termId(id) }] : [],
    );
  }
}

const termId = (id: string): string => `term--${id}`;
