import type { Posting } from './lunr-index.ts';
import type { MissingParts, SearchIndex } from './open-index.ts';
import { partName } from './parts.ts';

/** The terms of an index, as far as they are loaded; notes the parts that were asked for and are not. */
export class LoadedTerms {
  readonly index: SearchIndex;
  readonly #parts = new Set<string>();

  constructor(index: SearchIndex) {
    this.index = index;
  }

  lack(): MissingParts | undefined {
    return this.#parts.size > 0 ? { how: 'lack', parts: this.#parts } : undefined;
  }

  /** Every word that a misspelt one may mean. */
  get list(): readonly string[] {
    if (!this.index.list) this.#parts.add(partName.list);
    return this.index.list ?? [];
  }

  posting(term: string): Posting | undefined {
    return this.#between(term, term)
      .map((part) => part.get(term))
      .find(Boolean);
  }

  /** Terms that begin with these letters. */
  beginning(letters: string): string[] {
    return this.#between(letters, `${letters}\uffff`)
      .flatMap((part) => [...part.keys()])
      .filter((term) => term.startsWith(letters));
  }

  /** Parts that may hold terms from one to another, both included. */
  #between(from: string, to: string): ReadonlyMap<string, Posting>[] {
    const { keys, terms } = this.index;
    return keys.flatMap((key, i) => {
      const next = keys[i + 1];
      if (key > to || (next !== undefined && next <= from)) return [];
      const name = partName.terms(i);
      const part = terms.get(name);
      if (!part) this.#parts.add(name);
      return part ?? [];
    });
  }
}
