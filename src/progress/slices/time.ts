import type { Slice } from './slice.ts';

export interface TimePassed {
  readonly type: 'time.passed';
  readonly seconds: number;
}

/** Active seconds over all sessions. */
export const time: Slice<number, TimePassed> = {
  initial: 0,
  reduce: (seconds, event) =>
    event.type === 'time.passed' && event.seconds > 0 ? seconds + event.seconds : seconds,
};
