import { z } from 'zod';
import type { QuestionKind } from './kind.ts';
import * as kinds from './registry.ts';

const schemas = Object.values(kinds).map(({ schema }) => schema);

/** One question of `content/<language>/modules/<module>/questions.yaml`. */
export const questionSchema = z.discriminatedUnion(
  'kind',
  schemas as [(typeof schemas)[number], ...typeof schemas],
);

export const questionsSchema = z.array(questionSchema);

export type Question = z.output<typeof questionSchema>;
export type KindName = Question['kind'];

/** The names of all kinds. */
export const kindNames = Object.keys(kinds) as KindName[];

/** The kind of a question, for a function that does not know which it is. */
export const kindOf = ({ kind }: Pick<Question, 'kind'>) =>
  kinds[kind] as unknown as QuestionKind<z.ZodType<Question>>;
