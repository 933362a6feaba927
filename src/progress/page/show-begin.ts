import { interpolate } from '../../site/interpolate.ts';
import { linkTo } from '../../site/link-to.ts';
import { part } from '../../site/query-part.ts';
import { isFor, isEntryDone } from './contents-state.ts';
import { progressOnTrack } from './show-track.ts';
import { learnerProgress } from './learner-progress.ts';

/** Sets the link of the start page: to a page left in the middle, to the next on the track, or to the certificate. */
export function showBegin(): void {
  const now = learnerProgress();
  const { attempt, track } = now;
  const isDone = (state: HTMLElement) => isEntryDone(state, now);
  const begin = document.querySelector<HTMLAnchorElement>('[data-begin]');
  if (begin === null) return;
  const progress = progressOnTrack();
  const certificate = document.querySelector<HTMLAnchorElement>('.track [data-done]');
  if (certificate && progress?.passed && progress.next === undefined) {
    begin.href = certificate.href;
    begin.textContent = certificate.textContent = String(certificate.dataset['done']);
    certificate.closest('li')?.classList.add('done');
    return;
  }
  // What was left in the middle comes first; else, and for whoever has not begun, what is next on the track.
  const stopped = isLeft(attempt.location, track, isDone) ? linkTo(attempt.location) : undefined;
  const link = stopped ?? linkTo(progress?.next);
  if (!link) return;
  begin.href = link.href;
  if (attempt.location === '') return;
  begin.textContent = interpolate(begin.dataset['begin'], { title: link.textContent });
  // In place of what whoever comes for the first time asks.
  const reason = part(document, 'reason');
  reason.textContent = String(reason.dataset[stopped ? 'stopped' : 'next']);
}

/** Whether part of the page opened last is still to be done; for a module, its core part. */
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
