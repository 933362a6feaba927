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

/** What a reminder says. */
export interface Reminder {
  /** Day of it, YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
  /** Id of the course. */
  readonly course: string;
  /** When the file was made. */
  readonly made: Date;
}

/** A whole-day event with an alarm as an iCalendar file (RFC 5545, sections 3.6.1 and 3.6.6). */
export function calendarFile({ date, title, text, course, made }: Reminder): string {
  const day = (iso: string) => iso.replaceAll('-', '');
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${course}//follow-up//EN`,
    'BEGIN:VEVENT',
    `UID:follow-up-${day(date)}@${course}.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day(date)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT9H',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** TEXT (3.3.11). */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets (3.1), never cut within a character. */
function folded(line: string): string {
  let text = '';
  let room = 75;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (octets > room) {
      text += '\r\n ';
      room = 74;
    }
    text += character;
    room -= octets;
  }
  return text;
}
