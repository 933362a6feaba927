import { interpolate } from '../../site/interpolate.ts';
import { isFor, isEntryDone, showContentsState, entriesOf } from './contents-state.ts';
import { learnerProgress } from './learner-progress.ts';

/** Shows in lists of contents what has been done, on the line how far a stage is, and where a module goes on. */
export function showProgress(): void {
  const now = learnerProgress();
  const { attempt, track } = now;
  const isDone = (state: HTMLElement) => isEntryDone(state, now);
  showContentsState(document, now);

  for (const list of document.querySelectorAll<HTMLElement>('.toc')) {
    const states = entriesOf(list);
    const finished = states.every(isDone);
    for (const stop of document.querySelectorAll(`[data-stage="${list.dataset['of']}"]`)) {
      stop.classList.toggle('done', finished);
      stop.classList.toggle('begun', !finished && states.some(isDone));
    }
  }
  for (const played of document.querySelectorAll<HTMLElement>('[data-played]'))
    played.hidden = attempt.cases[String(played.dataset['played'])]?.finished !== true;
  for (const mine of document.querySelectorAll<HTMLElement>('.shelf [data-way]'))
    mine.hidden = track === undefined || !mine.matches(`[data-way~="${CSS.escape(track)}"]`);

  const goOn = document.querySelector<HTMLAnchorElement>('[data-go-on]');
  const [list] = document.querySelectorAll<HTMLElement>('.toc');
  const open = (list ? entriesOf(list) : []).find(
    (state) => !isDone(state) && (state.dataset['check'] !== undefined || isFor(state, track)),
  );
  // Where all is done the card is left, the last of the list, which leads to the next module.
  const to = (open?.closest('li') ?? list?.lastElementChild)?.querySelector('a');
  if (goOn && to && (track !== undefined || attempt.viewed.length > 0)) {
    goOn.href = to.href;
    goOn.textContent = interpolate(goOn.dataset['goOn'], { title: to.textContent });
  }
}
