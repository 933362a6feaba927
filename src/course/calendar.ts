/** An entry of a calendar. */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  /** A day, YYYY-MM-DD, or two local times without a zone, YYYY-MM-DDTHH:MM. */
  readonly when: string | { readonly from: string; readonly to: string };
  /** Time of the alarm of a whole day, in hours after midnight. */
  readonly alarm?: number;
  /** Whether a calendar shows the time as free. */
  readonly isFree?: boolean;
}

/**
 * Events as an iCalendar file (RFC 5545, sections 3.6.1 and 3.6.6). Times have no zone (3.3.5, form 1), because a
 * workshop begins at nine in local time.
 * @param product the program that makes the file
 * @param made time at which it is made
 */
export function calendarFile(
  product: string,
  made: Date,
  events: readonly CalendarEvent[],
): string {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, '');
  const plain = (iso: string) => iso.replaceAll(/[-:]/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    ...events.flatMap(({ uid, title, text, when, alarm, isFree }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      ...(typeof when === 'string'
        ? [`DTSTART;VALUE=DATE:${plain(when)}`]
        : [`DTSTART:${plain(when.from)}00`, `DTEND:${plain(when.to)}00`]),
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      ...(isFree ? ['TRANSP:TRANSPARENT'] : []),
      ...(alarm === undefined
        ? []
        : [
            'BEGIN:VALARM',
            'ACTION:DISPLAY',
            `TRIGGER:PT${alarm}H`,
            `DESCRIPTION:${escaped(title)}`,
            'END:VALARM',
          ]),
      'END:VEVENT',
    ]),
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
