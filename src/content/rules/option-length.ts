import type { Question } from '../../questions/question.ts';
import type { Rule } from './rule.ts';

/** Counts of questions in which the length of an option gives the right one away. */
export interface OptionLength {
  /** Questions with a single choice. */
  readonly questions: number;
  /** Number of these in which the right option is the longest of all, in characters. */
  readonly longest: number;
  /** Number of these in which the right option is the shortest of all. */
  readonly shortest: number;
}

/**
 * Counts the questions in which the length of the right option identifies it. Authors tend to put every condition into
 * the right option, so a learner who does not know the answer picks the longest (Haladyna, Downing and Rodriguez 2002,
 * guideline 24: keep the length of choices about equal).
 */
export function optionLengths(questions: readonly Question[]): OptionLength {
  const singles = questions.filter((question) => question.kind === 'single');
  const outstanding = (beyond: (right: number, wrong: number[]) => boolean) =>
    singles.filter(({ options }) => {
      const length = (right: boolean) =>
        options.filter((option) => option.right === right).map(({ text }) => text.length);
      return length(true).every((right) => beyond(right, length(false)));
    }).length;
  return {
    questions: singles.length,
    longest: outstanding((right, wrong) => right > Math.max(...wrong)),
    shortest: outstanding((right, wrong) => right < Math.min(...wrong)),
  };
}

/** Highest share of questions; among three or four options, each is the longest in 25 to 33 of 100 by chance. */
const mostShare = 0.4;
/** Minimum number of questions for a meaningful share. */
const fewest = 8;

/** Modules whose right options can be guessed by length, in all questions or in the bank. */
export const optionLength: Rule = {
  id: 'option-length',
  check({ course, questions, language }, report) {
    for (const { id } of course.modules) {
      const all = questions.get(id) ?? [];
      const sets = [
        ['all single choices', all],
        ['the single choices of the bank', all.filter(({ use }) => use === 'bank')],
      ] as const;
      for (const [name, set] of sets) {
        const lengths = optionLengths(set);
        for (const which of ['longest', 'shortest'] as const)
          if (lengths.questions >= fewest && lengths[which] > mostShare * lengths.questions)
            report({
              file: `${language}/modules/${id}/questions.yaml`,
              message: `In ${lengths[which]} of ${name} (${lengths.questions}) the right option is the ${which}.`,
              suggestion: `Bring the options to one length, so that it is so in ${Math.floor(mostShare * lengths.questions)} at most.`,
            });
      }
    }
  },
};
