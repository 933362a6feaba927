import { calendarFile } from '../course/calendar.ts';

/** Months between the evaluation and its follow-up: time enough for new habits to show or to fail. */
export const followUpMonths = 3;

/**
 * The same day some months later, or the last of the month where it has no such day.
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
  /** Day of it, YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
  /** Id of the course. */
  readonly course: string;
  /** Time at which the file was made. */
  readonly made: Date;
}

/** A whole-day event with an alarm as an iCalendar file. */
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
