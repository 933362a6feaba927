import { interpolate } from '../../site/interpolate.ts';
import { linkTo } from '../../site/link-to.ts';
import { chosenTrack } from './chosen-track.ts';
import { isFor, isEntryDone, showContentsState, entriesOf } from './contents-state.ts';
import { recorder } from './page-recorder.ts';

/** Shows in lists of contents what has been done, on the line how far a stage is, and where a module goes on. */
export function showProgress(): void {
  const { attempt } = recorder;
  const track = chosenTrack();
  const standing = { attempt, track, masteryScore: recorder.masteryScore };
  const isDone = (state: HTMLElement) => isEntryDone(state, standing);
  showContentsState(document, standing);

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

  const goOn = document.querySelector<HTMLAnchorElement>('[data-go-on]');
  const open = [...document.querySelectorAll<HTMLElement>('.toc .state[data-lesson]')].find(
    (state) => !isDone(state) && isFor(state, track),
  );
  const to = linkTo(open?.dataset['lesson']);
  if (goOn && open && to && (track !== undefined || attempt.viewed.length > 0)) {
    goOn.href = to.href;
    goOn.textContent = interpolate(goOn.dataset['goOn'], { title: to.textContent });
  }
}
