import * as z from 'zod/mini';

/** Lengths of a workshop: its days, and the minutes of each from its start to its end. */
export const lengths = {
  'half-day': [210],
  day: [420],
  'two-days': [420, 420],
  'three-days': [420, 420, 420],
} as const;

export type Length = keyof typeof lengths;

/** Times of day are minutes after midnight. */
const time = z.int().check(z.gte(0), z.lte(20 * 60));

/** A trainer's wishes for an agenda; the agenda is computed from them. */
export const wishSchema = z.strictObject({
  title: z.string().check(z.maxLength(120)),
  /** The participants, in a few words. */
  audience: z.string().check(z.maxLength(200)),
  length: z.enum(['half-day', 'day', 'two-days', 'three-days']),
  /** First day, YYYY-MM-DD; empty if it is undecided. */
  date: z.string().check(z.regex(/^(\d{4}-\d\d-\d\d)?$/)),
  start: time,
  /** Minutes of a short break and of lunch. */
  pause: z.int().check(z.gte(5), z.lte(45)),
  lunch: z.int().check(z.gte(30), z.lte(120)),
  /** Ids of the parts in the desired order, such as `case:bus-station`. */
  parts: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(40)),
});

export type Wish = z.output<typeof wishSchema>;

/** A possible part of an agenda: a module, a case or an exercise. */
export interface Part {
  readonly id: string;
  /** Minimum, usual and maximum length, in minutes, in steps of five. */
  readonly minutes: { readonly least: number; readonly usual: number; readonly most: number };
}
