import { bestTry, isPass } from '../../course/completion.ts';
import { interpolate } from '../../site/interpolate.ts';
import type { Attempt } from '../attempt.ts';

/** Progress of the learner, on which the state of a list of contents depends. */
export interface LearnerProgress {
  readonly attempt: Attempt;
  /** Id of the track; without one every lesson is core. */
  readonly track: string | undefined;
  /** The pass mark of the learning platform, 0 to 1, where it has set one. */
  readonly masteryScore?: number | undefined;
}

/** Whether an entry of a list of contents is done: a lesson, a case or a check. */
export const isEntryDone = (
  { dataset }: HTMLElement,
  { attempt, masteryScore }: LearnerProgress,
): boolean =>
  dataset['lesson'] !== undefined
    ? attempt.viewed.includes(dataset['lesson'])
    : dataset['case'] !== undefined
      ? attempt.cases[dataset['case']]?.finished === true
      : isPass(
          bestTry(attempt, String(dataset['check'])),
          masteryScore ?? Number(dataset['mastery']),
        );

export const isLesson = ({ dataset }: HTMLElement) => dataset['lesson'] !== undefined;

/** Whether a lesson is core; without a chosen track every one is. */
export const isFor = (lesson: HTMLElement, track: string | undefined) =>
  track === undefined || lesson.matches(`[data-for~="${CSS.escape(track)}"]`);

/** The entries of a list of contents that can be done. */
export const entriesOf = (list: ParentNode) => [...list.querySelectorAll<HTMLElement>('.state')];

/**
 * Shows in the lists of contents within an element what has been done and what is core, and above each list how
 * much of it: a row of dots, and the same in words.
 */
export function showContentsState(within: ParentNode, progress: LearnerProgress): void {
  const { track } = progress;
  for (const list of within.querySelectorAll<HTMLElement>('.toc')) {
    const states = entriesOf(list);
    for (const state of states) state.hidden = !isEntryDone(state, progress);
    if (track !== undefined)
      for (const state of states) {
        const word = isLesson(state) ? (isFor(state, track) ? 'core' : 'further') : 'suggested';
        if (isLesson(state) || isFor(state, track)) label(state, String(list.dataset[word]));
      }
    const line = list.closest('[data-module], main')?.querySelector<HTMLElement>('[data-progress]');
    if (line)
      showRow(
        line,
        states.filter((state) => isLesson(state) && isFor(state, track)),
        progress,
      );
  }
}

function showRow(
  line: HTMLElement,
  lessons: readonly HTMLElement[],
  progress: LearnerProgress,
): void {
  const isDone = (lesson: HTMLElement) => isEntryDone(lesson, progress);
  const done = lessons.filter(isDone);
  const left = lessons.filter((lesson) => !isDone(lesson));
  line.hidden =
    lessons.length === 0 || (progress.track === undefined && progress.attempt.viewed.length === 0);
  const row = document.createElement('span');
  row.className = 'row';
  row.setAttribute('aria-hidden', 'true');
  row.textContent = lessons.map((lesson) => (isDone(lesson) ? '●' : '○')).join('');
  const words = interpolate(line.dataset[left.length === 0 ? 'all' : 'progress'], {
    done: done.length,
    total: lessons.length,
    minutes: left.reduce((sum, { dataset }) => sum + Number(dataset['minutes']), 0),
  });
  line.replaceChildren(row, ` ${words}`);
}

/** Says in words, below the title of a lesson, what it is on the chosen track. */
function label(lesson: HTMLElement, word: string): void {
  const line = lesson.closest('li');
  const known = line?.querySelector('.on-track');
  const says = known ?? document.createElement('small');
  says.className = 'on-track';
  says.textContent = word;
  if (!known) line?.append(says);
}
