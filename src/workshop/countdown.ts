/** A countdown that runs on while nobody looks: what is kept is when it ends, or what is left of it. */
export interface Countdown {
  /** Milliseconds left while it stands. */
  readonly left: number;
  /** When it ends, in milliseconds since 1970; absent while it stands. */
  readonly end?: number;
}

/** Milliseconds left at a time; 0 once it is over. */
export const leftAt = ({ left, end }: Countdown, now: number): number =>
  Math.max(0, end === undefined ? left : end - now);

/** The countdown running from a time on. @param now milliseconds since 1970 */
export const started = (countdown: Countdown, now: number): Countdown => {
  const left = leftAt(countdown, now);
  return { left, end: now + left };
};

/** The countdown standing still with what is left at a time. @param now milliseconds since 1970 */
export const paused = (countdown: Countdown, now: number): Countdown => ({
  left: leftAt(countdown, now),
});

/** More or less time, running or standing as before. */
export const longer = (countdown: Countdown, by: number, now: number): Countdown => {
  const left = Math.max(0, leftAt(countdown, now) + by);
  return countdown.end === undefined ? { left } : { left, end: now + left };
};

/** Minutes and seconds as a clock shows them, a second that has begun counted whole. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
