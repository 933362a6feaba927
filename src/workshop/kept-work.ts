import { parsedJson, parsedObject } from '../codec/json.ts';
import type * as z from 'zod/mini';
import { readWork } from './work-file.ts';

/** Storage status: saved; storage refused; or stored work was damaged and set aside. */
export type KeepingState = 'kept' | 'refused' | 'unreadable';

type Storing = Pick<Storage, 'getItem' | 'setItem'>;

/** A durable copy, which is on disk once a write resolves. Each call rejects if it fails. */
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
  /** Number of changes to the work; of two copies, the one with the higher number is later. */
  #turn = 0;
  #hasChanged = false;

  /**
   * @param store returns the storage; the call may throw, because reading `localStorage` may
   * @param fresh the initial work, for when nothing is stored
   * @param accepts whether intact work can be used here; work that cannot is set aside like damaged work
   * @param copy the copy on disk, if there is one
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
      // Sets the text aside before it is overwritten, for somebody who can read it.
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
   * Restores the copy on disk if it is later than the stored work, as after a crash or if storage was refused. Does
   * nothing if the work was changed since the page was opened.
   * @returns whether the work was replaced
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
