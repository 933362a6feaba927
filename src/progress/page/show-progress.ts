import { bestTry, isPass } from '../../course/completion.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { linkTo } from '../../site/link-to.ts';
import { recorder } from './page-recorder.ts';
import { chosenTrack, progressOnTrack } from './show-track.ts';

/** Marks in lists of contents what has been done, on the line how far a stage is, and where to go on. */
export function showProgress(): void {
  const { attempt } = recorder;
  const track = chosenTrack();
  const isDone = ({ dataset }: HTMLElement) =>
    dataset['lesson'] !== undefined
      ? attempt.viewed.includes(dataset['lesson'])
      : dataset['case'] !== undefined
        ? attempt.cases[dataset['case']]?.finished === true
        : isPass(
            bestTry(attempt, String(dataset['check'])),
            recorder.masteryScore ?? Number(dataset['mastery']),
          );

  for (const list of document.querySelectorAll<HTMLElement>('.toc')) {
    const states = [...list.querySelectorAll<HTMLElement>('.state')];
    for (const state of states) state.hidden = !isDone(state);
    const lessons = states.filter(isLesson);
    const done = lessons.filter(isDone).length;
    const progress = list.previousElementSibling as HTMLElement;
    const minutes = lessons
      .filter((state) => !isDone(state) && isFor(state, track))
      .reduce((sum, { dataset }) => sum + Number(dataset['minutes']), 0);
    progress.hidden = done === 0 && track === undefined;
    progress.textContent = interpolate(progress.dataset['progress'], {
      done,
      total: lessons.length,
      minutes,
    });
    if (track !== undefined)
      for (const state of states) {
        const word = isLesson(state) ? (isFor(state, track) ? 'core' : 'further') : 'suggested';
        if (isLesson(state) || isFor(state, track)) mark(state, String(list.dataset[word]));
      }
    const stage = list.dataset['of'];
    const finished = states.every(isDone);
    for (const stop of document.querySelectorAll(`[data-stage="${stage}"]`)) {
      stop.classList.toggle('done', finished);
      stop.classList.toggle('begun', !finished && states.some(isDone));
    }
  }

  const begin = document.querySelector<HTMLAnchorElement>('[data-begin]');
  if (begin === null) return;
  const progress = progressOnTrack();
  const certificate = document.querySelector<HTMLAnchorElement>('.track [data-done]');
  if (certificate && progress?.passed && progress.next === undefined) {
    begin.href = certificate.href;
    begin.textContent = certificate.textContent = String(certificate.dataset['done']);
    return;
  }
  // What was left in the middle comes first; else, and for whoever has not begun, what is next on the track.
  const stopped = isLeft(attempt.location, track, isDone) ? linkTo(attempt.location) : undefined;
  const link = stopped ?? linkTo(progress?.next);
  if (!link) return;
  begin.href = link.href;
  if (attempt.location === '') return;
  begin.textContent = interpolate(begin.dataset['begin'], { title: link.textContent });
  const reason = part(document, 'reason');
  reason.hidden = false;
  reason.textContent = String(reason.dataset[stopped ? 'stopped' : 'next']);
}

/** Whether something of the page that was opened last is still to be done: of a module, what is core of it. */
function isLeft(
  location: string,
  track: string | undefined,
  isDone: (state: HTMLElement) => boolean,
): boolean {
  const id = CSS.escape(location);
  const states = [
    ...document.querySelectorAll<HTMLElement>(
      `.state:is([data-lesson="${id}"], [data-case="${id}"])`,
    ),
  ];
  if (states.length > 0) return !states.every(isDone);
  const parts = [
    ...document.querySelectorAll<HTMLElement>(`[data-module="${id}"] .state[data-lesson]`),
  ].filter((state) => isFor(state, track));
  return parts.some((state) => !isDone(state));
}

const isLesson = ({ dataset }: HTMLElement) => dataset['lesson'] !== undefined;

/** Whether a lesson is core; without a chosen track every one is. */
const isFor = (lesson: HTMLElement, track: string | undefined) =>
  track === undefined || lesson.matches(`[data-for~="${CSS.escape(track)}"]`);

/** Says in words, below the title of a lesson, what it is on the chosen track. */
function mark(lesson: HTMLElement, word: string): void {
  const line = lesson.closest('li');
  const known = line?.querySelector('.mark');
  const says = known ?? document.createElement('small');
  says.className = 'mark';
  says.textContent = word;
  if (!known) line?.append(says);
}
