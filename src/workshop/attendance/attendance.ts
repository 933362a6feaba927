import * as z from 'zod/mini';

const short = z.string().check(z.maxLength(200));

/** Fields that are the same on every certificate, in the order in which they are typed. */
export const attendanceFields = [
  'workshop',
  'place',
  'dates',
  'hours',
  'organiser',
  'signatory',
  'office',
] as const;

/** A list of those who attended a workshop, and what their certificates say. */
export const attendanceSchema = z.strictObject({
  workshop: short,
  place: short,
  dates: short,
  hours: short,
  organiser: short,
  signatory: short,
  office: short,
  /** The list as typed, one person per line. */
  names: z.string().check(z.maxLength(40_000)),
});

export type Attendance = z.output<typeof attendanceSchema>;

/** A person who attended. */
export interface Attendee {
  readonly name: string;
  /** Profession or institution; empty if none is given. */
  readonly from: string;
}

/** The people of a list, and duplicate names. */
export interface Attendees {
  readonly people: readonly Attendee[];
  readonly twice: readonly string[];
}

/**
 * Reads a list with one name per line; text after a semicolon or a tab is the institution. Quotation marks from a
 * spreadsheet are removed. A duplicate line counts once and is reported.
 */
export function attendeesIn(names: string): Attendees {
  const people: Attendee[] = [];
  const twice: string[] = [];
  for (const line of names.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [name = '', from = ''] = line.split(/[;\t]/).map((part) =>
      part
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    if (name === '') continue;
    if (people.some((each) => each.name === name && each.from === from)) twice.push(name);
    else people.push({ name: name.slice(0, 120), from: from.slice(0, 160) });
  }
  return { people, twice };
}
