import { type CalendarEvent, calendarFile } from '../../course/calendar.ts';
import { dayAfter } from '../../course/day.ts';
import type { Block, WordDocument } from '../docx/word-document.ts';
import { type Agenda, clockTime, type Session, wholeDay } from './agenda.ts';

/** Texts of a session. */
export interface SessionWords {
  readonly title: string;
  readonly purpose: string;
  readonly method: string;
  readonly material: string;
}

/** The words of an agenda. */
export interface AgendaWords {
  readonly title: string;
  readonly audience: string;
  /** Headings of the five columns: time, session, purpose, method, material. */
  readonly columns: readonly string[];
  readonly day: (number: number) => string;
  readonly of: (session: Session) => SessionWords;
}

/** Start and end of a session, as HH:MM. */
export const timesOf = ({ start, minutes }: Session): string =>
  `${clockTime(start)}–${clockTime(start + minutes)}`;

/** The agenda for a word processor, with one table for each day. */
export const agendaDocument = (
  agenda: Agenda,
  { title, audience, columns, day, of }: AgendaWords,
): Pick<WordDocument, 'title' | 'isLandscape' | 'blocks'> => ({
  title,
  isLandscape: true,
  blocks: [
    { kind: 'heading', level: 1, text: title },
    ...(audience === '' ? [] : [{ kind: 'text', text: audience } as const]),
    ...agenda.flatMap(({ sessions }, index): Block[] => [
      { kind: 'heading', level: 2, text: day(index + 1) },
      {
        kind: 'table',
        head: columns,
        rows: sessions.map((session) => {
          const words = of(session);
          return [timesOf(session), words.title, words.purpose, words.method, words.material];
        }),
      },
    ]),
  ],
});

/** The calendar time of minutes after midnight, on the next day if it is past midnight. */
const at = (day: string, minutes: number) =>
  `${dayAfter(day, Math.floor(minutes / wholeDay))}T${clockTime(minutes)}`;

/**
 * The sessions as events of a calendar, without breaks.
 * @param date the first day, YYYY-MM-DD; the other days follow it directly
 */
export function agendaCalendar(
  agenda: Agenda,
  { title, of }: AgendaWords,
  date: string,
  course: string,
  made: Date,
): string {
  const events = agenda.flatMap(({ sessions }, index): CalendarEvent[] => {
    const day = dayAfter(date, index);
    return sessions
      .filter(({ kind }) => kind !== 'break' && kind !== 'lunch')
      .map((session) => {
        const words = of(session);
        return {
          uid: `workshop-${day.replaceAll('-', '')}-${session.start}@${course}.invalid`,
          title: words.title,
          text: [title, words.purpose].filter((line) => line !== '').join('\n'),
          when: {
            from: at(day, session.start),
            to: at(day, session.start + session.minutes),
          },
        };
      });
  });
  return calendarFile(`-//${course}//workshop//EN`, made, events);
}
