import { parsedJson } from '../codec/json.ts';

/**
 * Whether a value is stored: `kept`; `refused` if storage failed; `unreadable` if the stored text was damaged and has
 * been set aside.
 */
export type KeptState = 'kept' | 'refused' | 'unreadable';

export type Storing = Pick<Storage, 'getItem' | 'setItem'>;

/** The storage and the key of a value. */
export interface KeptPlace {
  /** Returns the storage; may throw, as access to `localStorage` may. */
  readonly store: () => Storing;
  readonly key: string;
}

/**
 * A value of the learner's, stored on this device as JSON, beside the attempt and never in an LMS. No method throws: a
 * value that cannot be stored stays in memory, and `state` reports the failure.
 */
export class Kept<T> {
  state: KeptState = 'kept';
  value: T;
  readonly #place: KeptPlace;
  readonly #read: (value: unknown) => T | undefined;

  /**
   * @param read validates a parsed value; returns undefined if the value has the wrong shape
   * @param fresh the value if nothing is stored
   */
  constructor(place: KeptPlace, read: (value: unknown) => T | undefined, fresh: T) {
    this.#place = place;
    this.#read = read;
    this.value = fresh;
    this.reread();
  }

  /** Reads the stored value again, after the page was restored or another window wrote. */
  reread(): void {
    try {
      const store = this.#place.store();
      const text = store.getItem(this.#place.key);
      if (text === null) return;
      const value = this.#read(parsedJson(text));
      if (value !== undefined) {
        this.value = value;
        return;
      }
      // The key is about to be overwritten, so the text is set aside for somebody who can read it.
      store.setItem(`${this.#place.key}:unreadable`, text);
      this.state = 'unreadable';
    } catch {
      this.state = 'refused';
    }
  }

  /** Changes the stored value, including what another window wrote. */
  change(step: (value: T) => T): void {
    // Changes that could not be stored exist only in this page, so do not reread.
    if (this.state !== 'refused') this.reread();
    this.value = step(this.value);
    try {
      this.#place.store().setItem(this.#place.key, JSON.stringify(this.value));
      if (this.state === 'refused') this.state = 'kept';
    } catch {
      this.state = 'refused';
    }
  }
}
