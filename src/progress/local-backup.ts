import type { TextStore } from './text-store.ts';
import { learnerKey } from './learner-key.ts';
import { removeAside, setAside } from './set-aside.ts';

/** A copy, on this device, of the stored state and of the place to resume. */
export interface Backup {
  readonly state: string;
  readonly location: string;
}

/**
 * Where the copy on this device is kept (P16). An LMS that answers from memory passes every check
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
export const localBackup = (
  store: () => TextStore,
  course: string,
  learner: string | undefined,
): LocalBackup =>
  copyUnder(store, learner === undefined ? undefined : backupName(learnerKey(course, learner)), {
    write: ({ state, location }) => `${state} ${location}`,
    read(text) {
      const [state = '', location = ''] = text.split(' ');
      return { state, location };
    },
  });

/** The name in the browser's storage under which the website keeps its record. */
export const recordName = (course: string): string => `ati:${course}`;

/** The record of the website, which its learner may remove. */
export interface LocalRecord extends LocalBackup {
  /** Removes the copy and whatever was set aside. */
  remove(): boolean;
}

/** The record of the website, in which the location is part of the state (`local-record.ts`). */
export const localRecord = (store: () => TextStore, course: string): LocalRecord => ({
  ...copyUnder(store, recordName(course), {
    write: ({ state }) => state,
    read: (state) => ({ state, location: '' }),
  }),
  remove() {
    try {
      const [texts, key] = [store(), recordName(course)];
      texts.removeItem(key);
      removeAside(texts, key);
      return texts.getItem(key) === null;
    } catch {
      return false;
    }
  },
});

interface Form {
  write(backup: Backup): string;
  read(text: string): Backup;
}

function copyUnder(store: () => TextStore, name: string | undefined, form: Form): LocalBackup {
  const attempted = <T>(work: (texts: TextStore, key: string) => T): T | undefined => {
    if (name === undefined) return undefined;
    try {
      return work(store(), name);
    } catch {
      return undefined;
    }
  };
  return {
    hasPlace: name !== undefined,
    read: () =>
      attempted((texts, key) => {
        const text = texts.getItem(key);
        return text === null || text === '' ? undefined : form.read(text);
      }),
    write: (backup) =>
      attempted((texts, key) => {
        const text = form.write(backup);
        texts.setItem(key, text);
        // A filtered storage may drop what it was given without a word.
        return texts.getItem(key) === text;
      }) ?? false,
    setAside: (text) => attempted((texts, key) => setAside(texts, key, text)) ?? false,
  };
}
