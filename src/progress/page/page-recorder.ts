import { findRecorder } from '../find-recorder.ts';
import { recordName } from '../local-backup.ts';
import { printPage } from '../../site/print-page.ts';
import { durableCopy } from './durable-copy.ts';
import { loadUnite } from './unite-file.ts';
import { meetVersion } from './update-file.ts';

const { dataset, classList } = document.documentElement;
const course = String(dataset['course']);

/** The recorder of this page: one for all that happens on it. */
export const recorder = findRecorder(course, window, {
  copy: durableCopy(recordName(course)),
  loadUnite,
});

// What only helps readers without scripts goes.
classList.add('live');

const resume = dataset['resume'];
if (resume !== undefined) recorder.record({ type: 'page.opened', page: resume });

meetVersion(recorder);

const tell = () => {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-keeping]'))
    notice.hidden = notice.dataset['keeping'] !== recorder.saveStatus;
  // In a package the shell tells it.
  for (const notice of document.querySelectorAll<HTMLElement>('[data-unreadable]'))
    notice.hidden = recorder.place !== 'browser' || recorder.problem === undefined;
};
tell();
recorder.subscribe(tell);

// What is closed does not print: the key, which no screen shows now, stands open; the rest follows.
const open = (selector: string) => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>(selector))
    details.open = true;
};
open('.key-of-answers details');
addEventListener('beforeprint', () => open('.text details, .terms'));

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => printPage(button));
}
