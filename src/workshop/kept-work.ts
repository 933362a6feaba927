import { parsedJson, parsedObject } from '../codec/json.ts';
import type * as z from 'zod/mini';
import { readWork } from './work-file.ts';

/** Storage status: saved; storage refused; or stored work was damaged and set aside. */
export type KeepingState = 'kept' | 'refused' | 'unreadable';

type Storing = Pick<Storage, 'getItem' | 'setItem'>;

/** A copy that is on the disk once a write has answered. Each call rejects where it failed. */
interface DiskCopy {
  read(): Promise<unknown>;
  write(text: string): Promise<unknown>;
}

/**
 * A piece of work on this device. Saved at every change, before rendering, and also to disk, because browsers
 * hold stored data in memory for some seconds. Never throws; if storage refuses, the work stays in the window.
 */
export class KeptWork<T> {
  state: KeepingState = 'kept';
  work: T;
  readonly #store: () => Storing;
  readonly #key: string;
  readonly #schema: z.ZodMiniType<T>;
  readonly #accepts: (work: T) => boolean;
  readonly #copy: DiskCopy | undefined;
  /** Number of changes of the work; the copy with the higher count is the later one. */
  #turn = 0;
  #hasChanged = false;

  /**
   * @param store the storage; the call itself may throw, as reading `localStorage` may
   * @param fresh the work where nothing is kept
   * @param accepts whether whole work can be used here; what cannot is set aside like what is damaged
   * @param copy the copy on the disk; absent where there is none
   */
  constructor(
    store: () => Storing,
    key: string,
    schema: z.ZodMiniType<T>,
    fresh: T,
    {
      accepts = () => true,
      copy,
    }: { readonly accepts?: (work: T) => boolean; readonly copy?: DiskCopy } = {},
  ) {
    this.#store = store;
    this.#key = key;
    this.#schema = schema;
    this.#accepts = accepts;
    this.#copy = copy;
    this.work = fresh;
    this.reread();
    this.#turn = this.#storedTurn();
    // Detects unavailable storage before the first word is typed.
    if (this.state === 'kept') this.#write();
  }

  /** Reloads from storage, after a page is restored or another window has written. */
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
    this.#hasChanged = true;
    this.#turn = Math.max(this.#turn, this.#storedTurn()) + 1;
    this.#write();
    void this.#copy
      ?.write(JSON.stringify({ turn: this.#turn, work }))
      // The notice of the page reports the state of the first store.
      .catch(() => undefined);
  }

  /**
   * Takes the copy on the disk where it is later than what the storage holds: after a crash, or where the
   * storage refused. What was changed since the page was opened stands.
   * @returns whether the work is another one now
   */
  async recover(): Promise<boolean> {
    const text = await this.#copy?.read().catch(() => undefined);
    const found = typeof text === 'string' ? copyFrom(text, this.#schema) : undefined;
    if (found === undefined || this.#hasChanged || !this.#accepts(found.work)) return false;
    if (this.state !== 'unreadable' && found.turn <= this.#storedTurn()) return false;
    this.work = found.work;
    this.#turn = found.turn;
    if (this.state === 'unreadable') this.state = 'kept';
    this.#write();
    return true;
  }

  #write(): void {
    try {
      this.#store().setItem(this.#key, JSON.stringify(this.work));
      this.#store().setItem(`${this.#key}:turn`, String(this.#turn));
      if (this.state === 'refused') this.state = 'kept';
    } catch {
      this.state = 'refused';
    }
  }

  #storedTurn(): number {
    try {
      return Number(this.#store().getItem(`${this.#key}:turn`)) || 0;
    } catch {
      return 0;
    }
  }
}

function copyFrom<T>(
  text: string,
  schema: z.ZodMiniType<T>,
): { readonly turn: number; readonly work: T } | undefined {
  const { turn, work } = parsedObject(text) ?? {};
  const read = readWork(work, schema);
  return 'work' in read && typeof turn === 'number' ? { turn, work: read.work } : undefined;
}

function fromText<T>(text: string, schema: z.ZodMiniType<T>): T | undefined {
  const read = readWork(parsedJson(text), schema);
  return 'work' in read ? read.work : undefined;
}
