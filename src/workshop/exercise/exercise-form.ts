import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';
import { resultSchema } from './results/result-definition.ts';

const colours = ['green', 'amber', 'red'] as const;

const options = z
  .array(z.strictObject({ id, text: nonEmptyText.max(60), colour: z.enum(colours).optional() }))
  .min(2)
  .max(6);

const column = z.strictObject({
  id,
  title: nonEmptyText.max(80),
  kind: z.enum(['text', 'number', 'choice', 'product']).default('text'),
  /** Options of one column, which replace those of the table. */
  options: options.optional(),
  /** The two columns of numbers that a product multiplies. */
  of: z.tuple([id, id]).optional(),
});

/** Cells by column; a choice by the id of its option. */
const cells = z.record(id, nonEmptyText.max(400));

/** Condition for rows: every named column is filled, and has one of the listed options if any are listed. */
const condition = z.record(id, z.array(id));

const line = nonEmptyText.max(300);

const table = z.strictObject({
  id,
  title: nonEmptyText.max(80),
  /** The first column contains the title of the row. */
  columns: z.array(column).min(2).max(9),
  /** Options of the choices of this table. */
  options: options.optional(),
  /** Given rows; a group can add its own. */
  rows: z.array(z.strictObject({ id, text: nonEmptyText.max(160) })).default([]),
  /** Number of empty rows after the given ones. */
  empty: z.int().min(0).max(20).default(0),
  /** Whether the group ranks the rows. */
  isRanked: z.boolean().default(false),
  /** An example of the filled-in table from a fictional country. */
  example: z
    .strictObject({
      title: nonEmptyText.max(120),
      text: nonEmptyText.max(300),
      rows: z.array(cells).min(1),
    })
    .optional(),
  /** Rows that become actions of the plan, and the text of the actions; `{column}` stands for a cell. */
  carry: z
    .strictObject({
      /** Sentence that tells the group which rows become actions. */
      hint: line,
      where: z.array(condition).min(1),
      gap: line.optional(),
      objective: line.optional(),
      action: line.optional(),
      law: line.optional(),
      who: line.optional(),
      budget: line.optional(),
      indicator: line.optional(),
    })
    .optional(),
});

/** The form that a group fills in during an exercise, on paper and on the screen; key `form` of its file. */
export const exerciseFormSchema = z.strictObject({
  tables: z.array(table).min(1).max(4),
  /** Results computed from the cells while they are typed. */
  results: z.array(resultSchema).max(6).default([]),
});

export type ExerciseForm = z.output<typeof exerciseFormSchema>;
export type FormTable = ExerciseForm['tables'][number];
export type FormColumn = FormTable['columns'][number];
export type Condition = Readonly<Record<string, readonly string[]>>;
