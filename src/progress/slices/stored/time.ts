import type { TimePassed } from '../time.ts';
import type { StoredSlice } from './stored-slice.ts';

const values = 2 ** 24;

/** The longest time that is stored, in seconds. */
export const mostSeconds = values - 1;

/** Stored in whole seconds. Elapsed time alone causes no write, because the standards report it themselves. */
export const storedTime: StoredSlice<number, TimePassed> = {
  written: 'never',
  parts: () => [
    {
      key: 'time',
      name: { part: 'time' },
      survivesDamage: true,
      write: (seconds) => [[Math.min(mostSeconds, Math.max(0, Math.floor(seconds))), values]],
      read: (reader) => reader.take(values),
    },
  ],
};
