import { z } from 'zod';
import { id, nonEmptyText } from '../../../course/id.ts';

const of = { title: nonEmptyText.max(80), table: id };

/** Results computed from a table; each kind has a file of its name in this folder and a line in the registry. */
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
  /** Compares the costs of two alternatives: sums, difference, its range, and the price that changes it most. */
  z.strictObject({
    kind: z.literal('costs'),
    ...of,
    today: id,
    route: id,
    price: id,
    /** Column of the highest price if the price is uncertain. */
    most: id,
  }),
  /** The stages as a line, with who decides above it, who is lost below it, and what catches them at the bottom. */
  z.strictObject({ kind: z.literal('continuum'), ...of, above: id, below: id, catches: id }),
  /** Ranks that each group gave the rows of a ranked table. */
  z.strictObject({ kind: z.literal('ranking'), ...of }),
  /** Words in a column that the course does not use, with what it says instead. */
  z.strictObject({ kind: z.literal('wording'), ...of, column: id }),
]);

export type ResultDefinition = z.output<typeof resultSchema>;
export type ResultOf<K extends ResultDefinition['kind']> = Extract<ResultDefinition, { kind: K }>;
