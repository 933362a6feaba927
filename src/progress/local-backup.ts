import type { TextStore } from './browser.ts';
import { learnerKey } from './learner-key.ts';

/** A copy, on this device, of what an LMS was last given: the stored state and the place to resume. */
export interface Backup {
  readonly state: string;
  readonly location: string;
}

/**
 * Where the backup of one learner in one course is kept (P16). An LMS that answers from memory passes
 * every check within the session, so the copy is compared at the next launch. Nothing here throws; a
 * call that answers false could not keep or remove what it was given.
 */
export interface LocalBackup {
  /** Whether there is a place for it: an LMS that names no learner gives none. */
  readonly hasPlace: boolean;
  read(): Backup | undefined;
  write(backup: Backup): boolean;
  remove(): boolean;
  /** Keeps a text that could not be read, for somebody who can; it never replaces another such. */
  setAside(text: string): boolean;
  /** The texts that were set aside. */
  unreadable(): readonly string[];
}

/** The name in the browser's storage under which the backup of a learner is kept. */
export const backupName = (key: string): string => `ati-${key}`;

/**
 * The backup of a learner.
 * @param learner id by which the LMS knows the learner; without one there is no backup, because it
 * could be shown to somebody else
 */
export function localBackup(
  store: () => TextStore,
  course: string,
  learner: string | undefined,
): LocalBackup {
  const name = backupName(learnerKey(course, learner ?? ''));
  const attempted = <T>(work: (texts: TextStore) => T): T | undefined => {
    if (learner === undefined) return undefined;
    try {
      return work(store());
    } catch {
      return undefined;
    }
  };
  return {
    hasPlace: learner !== undefined,
    read: () =>
      attempted((texts) => {
        const [state = '', location = ''] = (texts.getItem(name) ?? '').split(' ');
        return state === '' ? undefined : { state, location };
      }),
    write: ({ state, location }) =>
      attempted((texts) => {
        const text = `${state} ${location}`;
        texts.setItem(name, text);
        // A full or filtered storage may drop what it was given without a word.
        return texts.getItem(name) === text;
      }) ?? false,
    remove: () => attempted((texts) => (texts.removeItem(name), true)) ?? false,
    setAside: (text) => attempted((texts) => setAside(texts, name, text)) ?? false,
    unreadable: () => attempted((texts) => textsAside(texts, name)) ?? [],
  };
}

/** So many texts that could not be read are kept beside each other; the first are the most valuable. */
const placesAside = 5;

const placeAside = (name: string, place: number) => `${name}:unreadable-${place}`;

/** The texts that were set aside under a name, in the order in which that was done. */
export function textsAside(texts: Pick<TextStore, 'getItem'>, name: string): string[] {
  // Version 0.1.0 had one place, which the next such text wrote over.
  const all = [`${name}:unreadable`, ...places.map((place) => placeAside(name, place))];
  return all.flatMap((place) => texts.getItem(place) ?? []);
}

const places = Array.from({ length: placesAside }, (_, place) => place + 1);

/**
 * Keeps a text that could not be read in the first free place.
 * @returns whether it is kept
 * @throws what the storage throws
 */
export function setAside(texts: TextStore, name: string, text: string): boolean {
  if (textsAside(texts, name).includes(text)) return true;
  const free = places.find((place) => texts.getItem(placeAside(name, place)) === null);
  if (free === undefined) return false;
  texts.setItem(placeAside(name, free), text);
  return texts.getItem(placeAside(name, free)) === text;
}

/** Removes what was set aside under a name. @throws what the storage throws */
export function removeAside(texts: TextStore, name: string): void {
  texts.removeItem(`${name}:unreadable`);
  for (const place of places) texts.removeItem(placeAside(name, place));
}
