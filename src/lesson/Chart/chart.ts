import { z } from 'zod';
import { nonEmptyText } from '../../course/id.ts';
import { citationSchema } from '../../course/source.ts';

/** Six digits leave the bars their room, and are as many as a reader takes in. */
const number = z
  .number()
  .min(0)
  .refine((value) => String(value).replace(/\D/g, '').length <= 6, {
    message: 'Write at most six digits, and choose the unit for it',
  });

/** One number of a chart: known, known with the range of what was found, or not known. */
const amount = z.union([
  number,
  z.null(),
  z.strictObject({
    value: number,
    /** Lowest and highest that was found, such as the ends of a range of studies. */
    low: number,
    high: number,
  }),
]);

export type Amount = z.output<typeof amount>;

/** Width of a chart in units of its drawing; text is 14 units high. */
export const chartWidth = 360;

/**
 * Room that words take in a chart, in units of the drawing: what a bold serif needs at most, so that
 * a chart that fits by this measure fits in every font.
 */
export const roomOf = (text: string): number =>
  Array.from(text, roomOfLetter).reduce((sum, room) => sum + room, 0);

/** Letters of Chinese, Japanese and Korean fill a square; bold digits are wider than most letters. */
const roomOfLetter = (letter: string): number =>
  /[\u2E80-\uFFDC]/.test(letter) ? 14 : /\d/.test(letter) ? 10 : 8.6;

const label = (limit: number) =>
  nonEmptyText.refine((text) => roomOf(text) <= limit, {
    message: `Write at most ${Math.floor(limit / 8.6)} letters`,
  });

/** A chart, `figures/<name>.yaml`: numbers that stand as bars from zero and, beside them, as a table. */
export const chartSchema = z.strictObject({
  title: nonEmptyText.max(120),
  /** Unit of the numbers, such as "people in treatment, of 100 with a disorder". */
  unit: nonEmptyText.max(80),
  /** Names of the series that each row compares; absent if each row has one number. */
  series: z.array(label(70)).min(2).max(3).optional(),
  rows: z
    .array(
      z.strictObject({
        label: label(chartWidth - 4),
        values: z.array(amount).min(1).max(3),
      }),
    )
    .min(2)
    .max(10),
  sources: z.array(citationSchema).min(1),
  /** Note that a reader needs to read the numbers rightly. */
  note: nonEmptyText.max(300).optional(),
});

export type Chart = z.output<typeof chartSchema>;

/** Distance from zero to which an amount reaches: the upper end of a range. */
export const endOf = (amount: Amount): number =>
  amount === null ? 0 : typeof amount === 'number' ? amount : amount.high;
