import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { linkTo } from '../../site/link-to.ts';
import { isFor, isMarkDone, markContents, marksOf } from './mark-contents.ts';
import { recorder } from './page-recorder.ts';
import { chosenTrack, progressOnTrack } from './show-track.ts';

/** Marks in lists of contents what has been done, on the line how far a stage is, and where to go on. */
export function showProgress(): void {
  const { attempt } = recorder;
  const track = chosenTrack();
  const marking = { attempt, track, masteryScore: recorder.masteryScore };
  const isDone = (state: HTMLElement) => isMarkDone(state, marking);
  markContents(document, marking);

  for (const list of document.querySelectorAll<HTMLElement>('.toc')) {
    const states = marksOf(list);
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
