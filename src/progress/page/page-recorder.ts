import { findRecorder } from '../find-recorder.ts';
import { recordName } from '../local-backup.ts';
import { meetReader } from '../../reader/page/meet-reader.ts';
import { durableCopy } from './durable-copy.ts';
import { loadUnite } from './unite-file.ts';
import { meetVersion } from './update-file.ts';

const { dataset } = document.documentElement;
const course = String(dataset['course']);

/** The single recorder of this page. */
export const recorder = findRecorder(course, window, {
  copy: durableCopy(recordName(course)),
  loadUnite,
});

const resume = dataset['resume'];
if (resume !== undefined) recorder.record({ type: 'page.opened', page: resume });

meetVersion(recorder);

/** Loads the reader's tools. @returns the function that explains a term; undefined if it cannot be loaded */
export const loadReader = meetReader(recorder);
const tell = () => {
  // Progress is only in memory, or the page has no shell.
  if (recorder.problem ?? /^mem|-shell/.test(recorder.saveStatus)) void loadReader();
};
tell();
recorder.subscribe(tell);

// Closed folds do not print. The answer key, which is hidden on screen, is opened now; the others follow.
const open = (selector: string) => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>(selector))
    details.open = true;
};
open('.key-of-answers details');
addEventListener('beforeprint', () => open('.text details, .terms'));

// The reader's tools print.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
