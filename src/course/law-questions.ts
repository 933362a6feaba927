import { z } from 'zod';
import { id, nonEmptyText } from './id.ts';

/** A question about the law of the reader's country. */
const lawQuestion = z.strictObject({
  /** Id under which the answer is stored; unique in the file. */
  id,
  asks: nonEmptyText.max(240),
});

/** `content/<language>/law-questions.yaml`: by module, questions that only the reader's national law answers. */
export const lawQuestionsSchema = z
  .record(id, z.array(lawQuestion).min(1).max(8))
  .superRefine((modules, context) => {
    const seen = new Set<string>();
    for (const [module, questions] of Object.entries(modules))
      for (const [place, question] of questions.entries()) {
        if (seen.has(question.id))
          context.addIssue({
            code: 'custom',
            path: [module, place, 'id'],
            message: `The id "${question.id}" stands here twice. Give this question an id of its own.`,
          });
        seen.add(question.id);
      }
  });

export type LawQuestions = z.output<typeof lawQuestionsSchema>;
