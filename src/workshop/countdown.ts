/**
 * A countdown that continues while its page is closed: it stores its end while it runs, and the remaining time while it
 * is paused.
 */
export interface Countdown {
  /** Remaining time when it was last started or paused, in milliseconds. */
  readonly left: number;
  /** End, in milliseconds since 1970; absent while it is paused. */
  readonly end?: number;
}

/** Remaining milliseconds at a time; 0 after the end. */
export const leftAt = ({ left, end }: Countdown, now: number): number =>
  Math.max(0, end === undefined ? left : end - now);

/** The countdown running from a time on. @param now milliseconds since 1970 */
export const started = (countdown: Countdown, now: number): Countdown => {
  const left = leftAt(countdown, now);
  return { left, end: now + left };
};

/** The countdown paused at a time. @param now milliseconds since 1970 */
export const paused = (countdown: Countdown, now: number): Countdown => ({
  left: leftAt(countdown, now),
});

/** Adds time, or takes it away if `by` is negative, in milliseconds. The countdown stays running or paused. */
export const longer = (countdown: Countdown, by: number, now: number): Countdown => {
  const left = Math.max(0, leftAt(countdown, now) + by);
  return countdown.end === undefined ? { left } : { left, end: now + left };
};

/** Minutes and seconds as a clock shows them, a second that has begun counted whole. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
