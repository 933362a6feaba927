import { calendarFile } from '../course/calendar.ts';

/** Months between the evaluation and its follow-up: long enough for new habits to take hold or fail. */
export const followUpMonths = 3;

/**
 * The same day a number of months later, or the last day of the month if it is shorter.
 * @param date YYYY-MM-DD
 * @returns YYYY-MM-DD
 */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Content of a reminder. */
export interface Reminder {
  /** Day of the event, YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
  /** Id of the course. */
  readonly course: string;
  /** Creation time of the file. */
  readonly made: Date;
}

/** An all-day event with an alarm as an iCalendar file. */
export const reminderFile = ({ date, title, text, course, made }: Reminder): string =>
  calendarFile(`-//${course}//follow-up//EN`, made, [
    {
      uid: `follow-up-${date.replaceAll('-', '')}@${course}.invalid`,
      title,
      text,
      when: date,
      alarm: 9,
      isFree: true,
    },
  ]);
