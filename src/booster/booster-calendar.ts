import { calendarFile } from '../course/calendar.ts';
import type { Day } from '../course/day.ts';
import { type BoosterItem, comingAfter, dueAt } from './schedule.ts';

/** The texts of an event, for a number of questions. */
export interface BoosterWords {
  readonly title: (count: number) => string;
  readonly text: string;
}

/**
 * A calendar file of the days on which questions come back: all-day events with a reminder at nine.
 * @param course id of the course
 * @param made creation time of the file
 */
export function boosterCalendar(
  items: readonly BoosterItem[],
  today: Day,
  { title, text }: BoosterWords,
  course: string,
  made: Date,
): string {
  const due = dueAt(items, today);
  const days = [...(due.length > 0 ? [[today, due] as const] : []), ...comingAfter(items, today)];
  return calendarFile(
    `-//${course}//booster//EN`,
    made,
    days.map(([day, list]) => ({
      uid: `booster-${day}@${course}.invalid`,
      title: title(list.length),
      text,
      when: day,
      alarm: 9,
      isFree: true,
    })),
  );
}
