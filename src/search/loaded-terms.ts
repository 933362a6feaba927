import type { Posting } from './lunr-index.ts';
import type { MissingParts, SearchIndex, WordParts } from './open-index.ts';
import { partName } from './parts.ts';

/** After every word. */
const last = '\uffff';

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

  /** Words that a misspelt one may mean: those of the part in which it would stand, or all for an empty one. */
  listed(word: string): string[] {
    return this.#between('list', word).flat();
  }

  posting(term: string): Posting | undefined {
    return this.#between('terms', term, term)
      .map((part) => part.get(term))
      .find(Boolean);
  }

  /** Terms that begin with these letters. */
  beginning(letters: string): string[] {
    return this.#between('terms', letters)
      .flatMap((part) => [...part.keys()])
      .filter((term) => term.startsWith(letters));
  }

  /**
   * Parts that may hold what stands from one word to another, both included; without another, what begins with the
   * first.
   */
  #between<Kind extends keyof WordParts>(
    kind: Kind,
    from: string,
    to = from + last,
  ): WordParts[Kind][] {
    const { keys, loaded } = this.index;
    return keys[kind].flatMap((key, i) => {
      if (key > to || (keys[kind][i + 1] ?? last) <= from) return [];
      const name = partName[kind](i);
      const part = loaded[kind].get(name);
      if (!part) this.#parts.add(name);
      return part ? [part] : [];
    });
  }
}
