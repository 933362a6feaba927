import { z } from 'zod';
import { isPattern, wholeWords } from '../terminology-file.ts';

const patterns = z
  .array(z.string().min(1).refine(isPattern, 'a pattern of words that can be read'))
  .min(1);

/** Topics in which a mistake can be fatal. */
const safetySubjects = ['overdose', 'withdrawal', 'dose', 'pregnancy', 'suicide'] as const;

/**
 * `content/<language>/safety-words.yaml`: by subject the words that make a sentence a safety claim, which
 * the reviewers' worksheet lists for a clinician. Each is a pattern of whole words, as in `terminology.yaml`.
 */
export const safetyWordsSchema = z.partialRecord(z.enum(safetySubjects), patterns);

export type SafetyWords = z.output<typeof safetyWordsSchema>;

/** Whether a sentence speaks of one of the subjects. */
export function isSafetyClaim(words: SafetyWords, sentence: string): boolean {
  return safetySubjects.some((subject) =>
    words[subject]?.some((pattern) => {
      const expression = wholeWords(pattern);
      expression.lastIndex = 0;
      return expression.test(sentence);
    }),
  );
}
