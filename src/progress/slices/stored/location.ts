import type { StoredSlice } from './stored-slice.ts';

/** Not part of the stored state, because each standard has an element of its own for it. */
export const storedLocation: StoredSlice<string> = {
  written: 'never',
  parts: () => [],
};
