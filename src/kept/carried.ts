import { type BoosterItem, itemsFrom, united } from '../booster/schedule.ts';
import { answersFrom, type LawAnswers, unitedAnswers } from '../home-law/law-answers.ts';
import { type Mark, marksFrom, unitedMarks } from '../notes/marks.ts';
import { type Notes, notesFrom, unitedNotes } from '../notes/notes.ts';
import type { Storing } from './kept.ts';

/** One kind of the learner's own data that a progress file contains beside the attempt. */
interface Carried<T> {
  readonly read: (value: unknown) => T | undefined;
  /** Merges two values without loss on either side; merging the same value again changes nothing. */
  readonly unite: (here: T, brought: T) => T;
  readonly fresh: T;
}

const one = <T>(thing: Carried<T>): Carried<T> => thing;

/** All kinds of such data, by the name under which each is stored. */
const carried = {
  booster: one<BoosterItem[]>({ read: itemsFrom, unite: united, fresh: [] }),
  notes: one<Notes>({ read: notesFrom, unite: unitedNotes, fresh: {} }),
  marks: one<Mark[]>({ read: marksFrom, unite: unitedMarks, fresh: [] }),
  law: one<LawAnswers>({ read: answersFrom, unite: unitedAnswers, fresh: {} }),
};

/** Values stored on a device, by name, as parsed from JSON. */
type KeptThings = Readonly<Record<string, unknown>>;

/** All data stored under a prefix, for export to a file; empty if storage fails. */
export function keptThings(store: () => Storing, prefix: string): KeptThings {
  const things: Record<string, unknown> = {};
  for (const [name, { read }] of Object.entries(carried)) {
    const value = stored(store, prefix + name, read as (value: unknown) => unknown);
    if (value !== undefined) things[name] = value;
  }
  return things;
}

/**
 * Merges imported data into the stored data.
 * @returns how many kinds of data changed
 * @throws if storage fails
 */
export function bringThings(store: () => Storing, prefix: string, brought: KeptThings): number {
  let changed = 0;
  for (const [name, thing] of Object.entries(carried) as [string, Carried<unknown>][]) {
    const other = thing.read(brought[name]);
    if (other === undefined) continue;
    const here = stored(store, prefix + name, thing.read) ?? thing.fresh;
    const text = JSON.stringify(thing.unite(here, other));
    if (text === JSON.stringify(thing.unite(here, thing.fresh))) continue;
    changed++;
    store().setItem(prefix + name, text);
  }
  return changed;
}

function stored<T>(
  store: () => Storing,
  key: string,
  read: (value: unknown) => T | undefined,
): T | undefined {
  try {
    return read(JSON.parse(store().getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}
