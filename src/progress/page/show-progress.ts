import { bestTry, isPass } from '../../course/completion.ts';
import { interpolate } from '../../site/interpolate.ts';
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
    const lessons = states.filter(({ dataset }) => dataset['lesson'] !== undefined);
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
      for (const state of lessons)
        mark(state, String(list.dataset[isFor(state, track) ? 'core' : 'further']));
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
  const stopped = linkTo(attempt.location);
  // Whoever has not begun starts with what is core first.
  const link = stopped ?? linkTo(progress?.next);
  if (link) begin.href = link.href;
  if (stopped)
    begin.textContent = String(begin.dataset['begin']).replace('{title}', stopped.textContent);
}

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
