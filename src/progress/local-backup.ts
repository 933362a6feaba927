import type { TextStore } from './text-store.ts';
import { learnerKey } from './learner-key.ts';
import { removeAside, setAside } from './set-aside.ts';

/** A copy, on this device, of the stored state and of the place to resume. */
export interface Backup {
  readonly state: string;
  readonly location: string;
}

/**
 * The store of the copy on this device (P16). An LMS that answers from memory passes every check
 * within the session, so the copy is compared with what it has at the next launch; on the website the
 * copy is the record itself. Nothing here throws: a call that answers false could not keep or remove
 * what it was given.
 */
export interface LocalBackup {
  /** Whether there is a place for it: an LMS that names no learner gives none. */
  readonly hasPlace: boolean;
  read(): Backup | undefined;
  write(backup: Backup): boolean;
  /** Keeps a text that could not be read, for somebody who can; it never replaces another such. */
  setAside(text: string): boolean;
}

/** The name in the browser's storage under which the backup of a learner is kept. */
export const backupName = (key: string): string => `ati-${key}`;

/**
 * The backup of one learner in one course, in a package.
 * @param learner id by which the LMS knows the learner; without one there is no backup, because it
 * could be shown to somebody else
 */
export function localBackup(
  store: () => TextStore,
  course: string,
  learner: string | undefined,
): LocalBackup {
  if (learner === undefined)
    return { hasPlace: false, read: () => undefined, write: () => false, setAside: () => false };
  const text = localText(store, backupName(learnerKey(course, learner)));
  return {
    hasPlace: true,
    read() {
      const [state = '', location = ''] = text.read()?.split(' ') ?? [];
      return state === '' ? undefined : { state, location };
    },
    write: ({ state, location }) => text.write(`${state} ${location}`),
    setAside: (odd) => text.setAside(odd),
  };
}

/** The name in the browser's storage under which the website keeps its record. */
export const recordName = (course: string): string => `ati:${course}`;

/** A text that this device keeps under one name. As with a backup, nothing here throws. */
interface LocalText extends Pick<LocalBackup, 'setAside'> {
  /** @returns undefined where there is none */
  read(): string | undefined;
  write(text: string): boolean;
  /** Removes the text and whatever was set aside under its name. */
  remove(): boolean;
}

/** The record of the website, in which the location is part of the state (`local-record.ts`). */
export const localRecord = (store: () => TextStore, course: string): LocalText =>
  localText(store, recordName(course));

function localText(store: () => TextStore, name: string): LocalText {
  const attempted = <T>(work: (texts: TextStore) => T): T | false => {
    try {
      return work(store());
    } catch {
      return false;
    }
  };
  return {
    read: () => attempted((texts) => texts.getItem(name)) || undefined,
    write: (text) =>
      attempted((texts) => {
        texts.setItem(name, text);
        // A filtered storage may drop what it was given without a word.
        return texts.getItem(name) === text;
      }),
    remove: () =>
      attempted((texts) => {
        texts.removeItem(name);
        removeAside(texts, name);
        return texts.getItem(name) === null;
      }),
    setAside: (text) => attempted((texts) => setAside(texts, name, text)),
  };
}
