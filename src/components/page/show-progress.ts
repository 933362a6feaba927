import { bestTry, isPass } from '../../course/completion.ts';
import { fill } from '../fill.ts';
import { recorder } from './page-recorder.ts';

/** Marks in lists of contents what has been done, on the line how far a stage is, and where to go on. */
export function showProgress(): void {
  const { attempt } = recorder;
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
    progress.hidden = done === 0;
    progress.textContent = fill(progress.dataset['progress'], { done, total: lessons.length });
    const stage = list.dataset['of'];
    const finished = states.every(isDone);
    for (const stop of document.querySelectorAll(`[data-stage="${stage}"]`)) {
      stop.classList.toggle('done', finished);
      stop.classList.toggle('begun', !finished && states.some(isDone));
    }
  }

  const begin = document.querySelector<HTMLAnchorElement>('[data-begin]');
  const at = [
    ...document.querySelectorAll<HTMLElement>('[data-lesson], [data-case], [data-module]'),
  ].find(({ dataset }) =>
    [dataset['lesson'], dataset['case'], dataset['module']].includes(attempt.location),
  );
  const link = at?.closest('li, section')?.querySelector('a');
  if (begin === null || !link) return;
  begin.href = link.href;
  begin.textContent = String(begin.dataset['begin']).replace('{title}', link.textContent);
}
