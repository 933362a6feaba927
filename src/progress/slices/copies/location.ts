import type { CopiedSlice } from './copied-slice.ts';

/** The place of one copy, or of the other where it has none. */
export const copiedLocation: CopiedSlice<string> = {
  merge: (one, other) => one || other,
  migrate: (state) => ({ state, lost: [] }),
  widest: () => '',
};
