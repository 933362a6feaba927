/**
 * Active time of a session: it runs while the page is visible and the learner is active. Pure; every event
 * carries its time.
 */
export interface Clock {
  /** Active seconds so far. */
  readonly seconds: number;
  /** Whether the page is visible. */
  readonly visible: boolean;
  /** Time up to which `seconds` is counted, in milliseconds. */
  readonly at: number;
  /** Time of the last learner activity, in milliseconds. */
  readonly active: number;
}

export interface ClockEvent {
  /** `asked` only brings the counted time up to date. */
  readonly type: 'visible' | 'hidden' | 'active' | 'asked';
  /** Milliseconds, on the same scale for all events of a clock. */
  readonly at: number;
}

/** Idle time after which a reader counts as away, in milliseconds (P18). */
export const idleAfter = 5 * 60 * 1000;

/** The clock of a session that starts at a time, in milliseconds. */
export const startClock = (at: number, visible: boolean): Clock => ({
  seconds: 0,
  visible,
  at,
  active: at,
});

/**
 * The clock after an event. A pause of more than five minutes counts as five minutes; a system clock set back
 * counts as no time.
 */
export function advance(clock: Clock, { type, at }: ClockEvent): Clock {
  const until = Math.min(at, clock.active + idleAfter);
  const passed = clock.visible ? Math.max(0, until - clock.at) : 0;
  const returned = type === 'active' || (type === 'visible' && !clock.visible);
  return {
    seconds: clock.seconds + passed / 1000,
    visible: type === 'visible' || type === 'active' || (type === 'asked' && clock.visible),
    at,
    active: returned ? at : Math.min(clock.active, at),
  };
}
