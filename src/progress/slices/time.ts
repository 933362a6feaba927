import type { Slice, StoredSlice } from './slice.ts';
import { numberUpTo } from './json.ts';

export interface TimePassed {
  readonly type: 'time.passed';
  readonly seconds: number;
}

const values = 2 ** 24;

/** Active seconds over all sessions. */
export const time: Slice<number, TimePassed> = {
  initial: 0,
  written: 'never',
  reduce: (seconds, event) =>
    event.type === 'time.passed' && event.seconds > 0 ? seconds + event.seconds : seconds,
  merge: Math.max,
  fromJson: (value) => numberUpTo(value, 1e9) ?? 0,
};

/** Stored in whole seconds. */
export const storedTime: StoredSlice<number, TimePassed> = {
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
