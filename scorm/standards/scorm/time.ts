/** Longest time in SCORM 1.2: `9999:59:59.99`. */
const mostHundredths = 9999 * 360000 + 59 * 6000 + 59 * 100 + 99;

const two = (value: number) => String(value).padStart(2, '0');

/** Whole hundredths of a second, the resolution of both standards; a negative time counts as 0. */
const hundredths = (seconds: number) => Math.max(0, Math.round(seconds * 100) || 0);

/**
 * Seconds as CMITimespan, `HHHH:MM:SS.SS` (SCORM 1.2 RTE 3.4.7). Always with two decimals: Moodle
 * reads `.5` as five hundredths.
 */
export function toTimespan(seconds: number): string {
  const all = Math.min(mostHundredths, hundredths(seconds));
  const hours = Math.floor(all / 360000);
  const minutes = Math.floor(all / 6000) % 60;
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(Math.floor(all / 100) % 60)}.${two(all % 100)}`;
}

/** Seconds as timeinterval (second,10,2), such as `PT1H2M3.45S` (SCORM 2004 RTE 4.1.1.7). */
export function toInterval(seconds: number): string {
  const all = hundredths(seconds);
  const hours = Math.floor(all / 360000);
  const minutes = Math.floor(all / 6000) % 60;
  const rest = (all % 6000) / 100;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}S`;
}

/** Time of day as CMITime, `HH:MM:SS` (SCORM 1.2 RTE 3.4.7), in the time zone of the learner. */
export const toTimeOfDay = (at: Date): string =>
  `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;

/**
 * A moment as time (second,10,0), `YYYY-MM-DDThh:mm:ss` (SCORM 2004 RTE 4.1.1.6), in the time zone of the learner.
 * Moodle, scorm-again and ADL all refuse a time zone without fractional seconds.
 */
export const toTimestamp = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${toTimeOfDay(at)}`;
