import type { TextStore } from './text-store.ts';
import { learnerKey } from './learner-key.ts';
import { removeAside, setAside } from './set-aside.ts';

/** A copy, on this device, of the stored state and the location to resume at. */
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
  /** Whether a backup is possible: there is none if the LMS names no learner. */
  readonly hasPlace: boolean;
  read(): Backup | undefined;
  write(backup: Backup): boolean;
  /** Sets aside an unreadable text for somebody who can read it; never replaces an earlier one. */
  setAside(text: string): boolean;
}

/** The storage key of a learner's backup. */
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

/** The storage key of the website's record. */
export const recordName = (course: string): string => `ati:${course}`;

/** A text stored on this device under one key. As with a backup, no method throws. */
interface LocalText extends Pick<LocalBackup, 'setAside'> {
  /** @returns undefined if there is none */
  read(): string | undefined;
  write(text: string): boolean;
  /** Removes the text and anything set aside under its key. */
  remove(): boolean;
}

/** The record of the website, whose state includes the location (`local-record.ts`). */
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
        // A blocked storage may silently discard values.
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
