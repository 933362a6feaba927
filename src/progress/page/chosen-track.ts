import { recorder } from './page-recorder.ts';

const entries = [...document.querySelectorAll<HTMLElement>('.track [data-track]')];

/** Ids of the tracks, from their list or, on a page without it, from a list of contents. */
const trackIds =
  entries.length === 0
    ? document.querySelector<HTMLElement>('[data-tracks]')?.dataset['tracks']?.split(' ')
    : entries.map(({ dataset }) => dataset['track']);

/** Whether the learner chose a track that the course, updated since, no longer has. */
export const isGone = (): boolean => {
  const { track } = recorder.attempt;
  return track !== undefined && trackIds?.includes(track) !== true;
};

/**
 * Id of the track that the administrator fixed or the learner chose; undefined before a choice, and
 * after one that the course no longer has.
 */
export const chosenTrack = (): string | undefined =>
  recorder.fixedTrack ?? (isGone() ? undefined : recorder.attempt.track);
