import { notesPrefix } from '../notes-prefix.ts';

/** The storage for one learner's own data on this device, and the prefix of its keys. */
export interface OwnStorage {
  readonly store: () => Storage;
  readonly prefix: string;
}

/**
 * Returns the storage for data that belongs to the learner alone; "Start afresh" clears it. In a package, keys contain
 * the hash of the learner. If the LMS names no learner, data is kept only until the window closes, because the next
 * person at a shared computer opens the same page.
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
