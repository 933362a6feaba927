import type { KeptMarks } from '../confidence.ts';
import { notesPrefix } from '../../lesson/Reflect/notes-prefix.ts';
import { recorder } from '../../progress/page/page-recorder.ts';

/**
 * Where the marks are kept: on this device, and nowhere else; "Start afresh" removes them with the
 * notes. In a package under the hash of the learner, or until the window is closed where the
 * platform names none, because the next person at a shared computer opens the same page.
 */
const { course = '', package: standard } = document.documentElement.dataset;
const { learnerKey = '' } = recorder;
const key = `${notesPrefix(course)}confidence${learnerKey}`;
const store = () => (standard !== undefined && !learnerKey ? sessionStorage : localStorage);

/** @returns undefined where storage is refused or holds something else */
export function readMarks(): KeptMarks | undefined {
  try {
    const kept = Object.entries(JSON.parse(store().getItem(key) ?? '{}') as object);
    return Object.fromEntries(kept.filter(([, letters]) => typeof letters === 'string'));
  } catch {
    return undefined;
  }
}

export function writeMarks(marks: KeptMarks): void {
  try {
    store().setItem(key, JSON.stringify(marks));
  } catch {
    // Storage is refused here: the marks last as long as the page.
  }
}
