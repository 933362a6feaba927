/** A calendar day, YYYY-MM-DD, without a time zone: the day where the learner is. */
export type Day = string;

/** The day on which a time falls in the time zone of the device. */
export function localDay(time: Date): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Adds a number of days. Counts calendar days, so that a change to or from summer time cannot shift the result. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether a value is a valid calendar day. */
export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  dayAfter(text, 0) === text;
