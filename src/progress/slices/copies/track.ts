import type { CopiedSlice } from './copied-slice.ts';

/** Merges to the track chosen in `one`, or else to that in the other copy. */
export const copiedTrack: CopiedSlice<string | undefined> = {
  merge: (one, other) => one ?? other,
  practice: (chosen) => chosen,
  migrate: (chosen, { tracks = [] }) =>
    chosen === undefined || tracks.some(({ id }) => id === chosen)
      ? { state: chosen, lost: [] }
      : { state: undefined, lost: [{ part: 'track', id: chosen, why: 'removed' }] },
  widest: ({ tracks = [] }) => tracks.at(-1)?.id,
};
