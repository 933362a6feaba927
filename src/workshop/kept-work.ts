import type * as z from 'zod/mini';
import { readWork } from './work-file.ts';

/** Whether the work is kept: yes; the storage refused; what it held was damaged and is set aside. */
export type KeepingState = 'kept' | 'refused' | 'unreadable';

type Storing = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * A piece of work on this device. It is written at every change, before anything is drawn, so that a
 * crash loses nothing. No call throws: what the storage refuses stays in the window.
 */
export class KeptWork<T> {
  state: KeepingState = 'kept';
  work: T;
  readonly #store: () => Storing;
  readonly #key: string;
  readonly #schema: z.ZodMiniType<T>;
  readonly #accepts: (work: T) => boolean;

  /**
   * @param store the storage; the call itself may throw, as reading `localStorage` may
   * @param fresh the work where nothing is kept
   * @param accepts whether whole work can be used here; what cannot is set aside like what is damaged
   */
  constructor(
    store: () => Storing,
    key: string,
    schema: z.ZodMiniType<T>,
    fresh: T,
    accepts: (work: T) => boolean = () => true,
  ) {
    this.#store = store;
    this.#key = key;
    this.#schema = schema;
    this.#accepts = accepts;
    this.work = fresh;
    this.reread();
    // A storage that refuses is known before the first word is typed.
    if (this.state === 'kept') this.put(this.work);
  }

  /** Takes what the storage holds, for a page that comes back or another window that wrote. */
  reread(): void {
    try {
      const text = this.#store().getItem(this.#key);
      if (text === null) return;
      const work = fromText(text, this.#schema);
      if (work !== undefined && this.#accepts(work)) {
        this.work = work;
        return;
      }
      // It is about to be written over: it is set aside for somebody who can read it.
      this.#store().setItem(`${this.#key}:unreadable`, text);
      this.state = 'unreadable';
    } catch {
      this.state = 'refused';
    }
  }

  put(work: T): void {
    this.work = work;
    try {
      this.#store().setItem(this.#key, JSON.stringify(work));
      if (this.state === 'refused') this.state = 'kept';
    } catch {
      this.state = 'refused';
    }
  }
}

function fromText<T>(text: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const read = readWork(JSON.parse(text), schema);
    return 'work' in read ? read.work : undefined;
  } catch {
    return undefined;
  }
}
