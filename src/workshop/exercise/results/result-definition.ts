import { z } from 'zod';
import { id, nonEmptyText } from '../../../course/id.ts';

const of = { title: nonEmptyText.max(80), table: id };

/** Results of a table as it is filled in; each kind has a file of its name here and a line of the registry. */
export const resultSchema = z.discriminatedUnion('kind', [
  /** Number of times that each option of each choice was taken. */
  z.strictObject({ kind: z.literal('counts'), ...of }),
  /** The names of the rows in a table of one or two choices. */
  z.strictObject({ kind: z.literal('grid'), ...of, across: id, down: id.optional() }),
  /** The rows for which one of the conditions holds, as sentences. */
  z.strictObject({
    kind: z.literal('list'),
    ...of,
    where: z.array(z.record(id, z.array(id))).min(1),
    line: nonEmptyText.max(300),
  }),
  /** Two ways of doing something at the same prices: sums, difference, its range, and the price that moves it most. */
  z.strictObject({
    kind: z.literal('costs'),
    ...of,
    today: id,
    route: id,
    price: id,
    /** The price where it is not sure, at its highest. */
    most: id,
  }),
  /** The stages as a line: who decides above it, who is lost below it, what catches them at the foot. */
  z.strictObject({ kind: z.literal('continuum'), ...of, above: id, below: id, catches: id }),
  /** Places that each group gave the rows of a ranked table. */
  z.strictObject({ kind: z.literal('ranking'), ...of }),
  /** Words in a column that the course does not use, with what it says instead. */
  z.strictObject({ kind: z.literal('wording'), ...of, column: id }),
]);

export type ResultDefinition = z.output<typeof resultSchema>;
export type ResultOf<K extends ResultDefinition['kind']> = Extract<ResultDefinition, { kind: K }>;
