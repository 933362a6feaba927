import type { TimePassed } from '../time.ts';
import type { StoredSlice } from './stored-slice.ts';

const values = 2 ** 24;

/** Stored in whole seconds. */
export const storedTime: StoredSlice<number, TimePassed> = {
  written: 'never',
  merge: Math.max,
  migrate: (state) => ({ state, lost: [] }),
  parts: () => [
    {
      key: 'time',
      name: { part: 'time' },
      survivesDamage: true,
      write: (seconds) => [[Math.min(values - 1, Math.max(0, Math.floor(seconds))), values]],
      read: (reader) => reader.take(values),
    },
  ],
  widest: () => values - 1,
};
