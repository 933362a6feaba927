import type { Question } from '../../questions/question.ts';
import {
  cueNames,
  guess,
  type Cue,
  type GivenAway,
  type Guesses,
} from '../guessing/blind-guesser.ts';
import { noCues } from '../guessing/guessing-cues.ts';
import type { Rule } from './rule.ts';

/** Tolerance above chance, in percentage points. */
const margin = 0.07;
/** Minimum number of questions for a meaningful share. */
const fewest = 8;
/** Minimum number of questions to distinguish a single cue from chance. */
const fewestForOneCue = 100;

/**
 * Questions that can be guessed from the options better than by chance: with all cues together in a bank or in the
 * lessons of a module, or with a single cue, for or against an option, in the whole course (Haladyna, Downing and
 * Rodriguez 2002, guideline 28: avoid giving clues to the right answer).
 */
export const blindGuess: Rule = {
  id: 'blind-guess',
  check({ course, questions, language, guessingCues = noCues }, report) {
    for (const { id } of course.modules) {
      const all = questions.get(id) ?? [];
      const of = (use: Question['use']) => all.filter((question) => question.use === use);
      const sets = [
        [`the bank of ${id}`, of('bank')],
        [`the lessons of ${id}`, of('lesson')],
      ] as const;
      for (const [name, set] of sets) {
        const guesses = guess(set, guessingCues);
        if (guesses.questions < fewest || !isAboveChance(guesses)) continue;
        report({
          file: `${language}/modules/${id}/questions.yaml`,
          message: `${shares(guesses, name)} Given away: ${guesses.givenAway.map(clues).join('; ')}.`,
          suggestion: `Give right and wrong options the same words and length in some of them, so that ${Math.floor(guesses.chance + margin * guesses.questions)} at most are found.`,
        });
      }
    }
    const all = course.modules.flatMap(({ id }) => questions.get(id) ?? []);
    for (const cue of cueNames)
      for (const [way, points] of ways) {
        const guesses = guess(all, guessingCues, { [cue]: points });
        if (guesses.questions < fewestForOneCue || !isAboveChance(guesses)) continue;
        report({
          file: `${language}/modules/`,
          message: shares(guesses, `all modules by taking the option ${way} ${cueLabels[cue]}`),
          suggestion: 'Spread this cue over right and wrong options alike.',
        });
      }
  },
};

const isAboveChance = ({ questions, right, chance }: Guesses) =>
  right / questions > chance / questions + margin;

const percent = (share: number) => `${Math.round(100 * share)}%`;

const shares = ({ questions, right, chance }: Guesses, name: string) =>
  `Reading only the options finds ${percent(right / questions)} of ${questions} right answers in ${name}, ` +
  `where chance finds ${percent(chance / questions)} and ${percent(chance / questions + margin)} is the limit.`;

const ways = [
  ['with', 1],
  ['without', -1],
] as const;

const cueLabels: Readonly<Record<Cue, string>> = {
  length: 'the greatest length',
  absolute: 'words without exceptions',
  hedging: 'hedging words',
  careful: 'words of asking and agreeing',
  wrongOpening: 'an opening that sounds wrong',
  rightOpening: 'an opening that sounds right',
};

/** Describes a question and its cues, such as `night-call (right: "may", longest; wrong: "never")`. */
function clues({ id, right, wrong }: GivenAway): string {
  const named = (found: GivenAway['right']) => [
    ...new Set(found.map(({ cue, words }) => (cue === 'length' ? 'longest' : `"${words}"`))),
  ];
  const parts = [
    ...(right.length > 0 ? [`right: ${named(right).join(', ')}`] : []),
    ...(wrong.length > 0 ? [`wrong: ${named(wrong).join(', ')}`] : []),
  ];
  return `${id} (${parts.join('; ')})`;
}
