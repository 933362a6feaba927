import { parsedJson } from '../codec/json.ts';

/** Whether a value is kept: yes; the storage refused; what it held was damaged and is set aside. */
export type KeptState = 'kept' | 'refused' | 'unreadable';

export type Storing = Pick<Storage, 'getItem' | 'setItem'>;

/** The storage and the key under which a value is kept. */
export interface KeptPlace {
  /** The storage; the call itself may throw, as reading `localStorage` may. */
  readonly store: () => Storing;
  readonly key: string;
}

/**
 * Something of the learner's that is kept on this device as JSON, beside the attempt and never in an LMS.
 * No call throws: what the storage refuses stays in the window, and `state` says so.
 */
export class Kept<T> {
  state: KeptState = 'kept';
  value: T;
  readonly #place: KeptPlace;
  readonly #read: (value: unknown) => T | undefined;

  /**
   * @param read takes what JSON gave; undefined where it has not the shape at all
   * @param fresh the value where nothing is kept
   */
  constructor(place: KeptPlace, read: (value: unknown) => T | undefined, fresh: T) {
    this.#place = place;
    this.#read = read;
    this.value = fresh;
    this.reread();
  }

  /** Takes what the storage holds, for a page that comes back or another window that wrote. */
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
      // It is about to be written over: it is set aside for somebody who can read it.
      store.setItem(`${this.#place.key}:unreadable`, text);
      this.state = 'unreadable';
    } catch {
      this.state = 'refused';
    }
  }

  /** Changes what is kept, another window's work included. */
  change(step: (value: T) => T): void {
    // Changes that the storage refused exist only in this page.
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
