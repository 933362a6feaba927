import { notesPrefix } from '../notes-prefix.ts';

/** The storage of what one learner keeps on this device, and what every key of theirs begins with. */
export interface OwnStorage {
  readonly store: () => Storage;
  readonly prefix: string;
}

/**
 * The storage for what belongs to the learner alone; "Start afresh" removes it. In a package it is kept
 * under the hash of the learner, or only until the window is closed where the LMS names no learner, because
 * the next person at a shared computer opens the same page.
 * @param learnerKey of the recorder of the page
 */
export function ownStorage(learnerKey = ''): OwnStorage {
  const { course = '', package: standard } = document.documentElement.dataset;
  const prefix = notesPrefix(course);
  if (standard === undefined) return { store: () => localStorage, prefix };
  return learnerKey === ''
    ? { store: () => sessionStorage, prefix }
    : { store: () => localStorage, prefix: `${prefix}${learnerKey}:` };
}
