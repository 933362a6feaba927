import type { StoredConfidence } from '../confidence.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';
import { recorder } from '../../progress/page/page-recorder.ts';

/**
 * Confidence is stored on this device only; "Start afresh" removes it with the notes. In a package it is
 * stored under the hash of the learner, or only until the window is closed where the LMS names no
 * learner, because the next person at a shared computer opens the same page.
 */
const { course = '', package: standard } = document.documentElement.dataset;
const { learnerKey = '' } = recorder;
const key = `${notesPrefix(course)}confidence${learnerKey}`;
const store = () => (standard !== undefined && !learnerKey ? sessionStorage : localStorage);

/** @returns undefined where storage is denied or holds something else */
export function readConfidence(): StoredConfidence | undefined {
  try {
    const stored = Object.entries(JSON.parse(store().getItem(key) ?? '{}') as object);
    return Object.fromEntries(stored.filter(([, letters]) => typeof letters === 'string'));
  } catch {
    return undefined;
  }
}

/** Stores the levels; never throws. */
export function writeConfidence(stored: StoredConfidence): void {
  try {
    store().setItem(key, JSON.stringify(stored));
  } catch {
    // Storage is denied: the levels last as long as the page.
  }
}
