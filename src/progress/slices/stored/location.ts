import type { StoredSlice } from './stored-slice.ts';

/** Each standard has a place for it, so that it is no part of the stored state. */
export const storedLocation: StoredSlice<string> = {
  written: 'never',
  parts: () => [],
};
