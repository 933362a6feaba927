import type { CopiedSlice } from './copied-slice.ts';

/** Merges to the location in `one`, or else to that in the other copy. */
export const copiedLocation: CopiedSlice<string> = {
  merge: (one, other) => one || other,
  migrate: (state) => ({ state, lost: [] }),
  widest: () => '',
};
