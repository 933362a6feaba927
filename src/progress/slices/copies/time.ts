import { mostSeconds } from '../stored/time.ts';
import type { CopiedSlice } from './copied-slice.ts';

/** Merges to the longer time, not the sum, because copies of one attempt have most of it in common. */
export const copiedTime: CopiedSlice<number> = {
  merge: Math.max,
  migrate: (state) => ({ state, lost: [] }),
  widest: () => mostSeconds,
};
