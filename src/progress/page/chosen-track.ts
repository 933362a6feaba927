import { recorder } from './page-recorder.ts';

const entries = [...document.querySelectorAll<HTMLElement>('.track [data-track]')];

/** Ids of the tracks, from the list of tracks or, on a page without it, from a list of contents. */
const trackIds =
  entries.length === 0
    ? document.querySelector<HTMLElement>('[data-tracks]')?.dataset['tracks']?.split(' ')
    : entries.map(({ dataset }) => dataset['track']);

/** Whether the learner chose a track that has since been removed from the course. */
export const isGone = (): boolean => {
  const { track } = recorder.attempt;
  return track !== undefined && trackIds?.includes(track) !== true;
};

/**
 * Id of the track that the administrator fixed or the learner chose; undefined before a choice, and if the chosen track
 * was removed from the course.
 */
export const chosenTrack = (): string | undefined =>
  recorder.fixedTrack ?? (isGone() ? undefined : recorder.attempt.track);
