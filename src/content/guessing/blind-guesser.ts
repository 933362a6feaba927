import type { Question } from '../../questions/question.ts';
import { occurrences } from '../terminology-file.ts';
import type { GuessingCues } from './guessing-cues.ts';

/** Cues for a learner who reads only the options. */
export const cueNames = [
  'length',
  'absolute',
  'hedging',
  'careful',
  'wrongOpening',
  'rightOpening',
] as const;
export type Cue = (typeof cueNames)[number];

/** A cue in an option, with the words that form it; no words for length. */
interface CueFound {
  readonly cue: Cue;
  readonly words: string;
}

/** Points of an option for each cue in it; absent cues are ignored. */
export type Weights = Readonly<Partial<Record<Cue, number>>>;

/**
 * Points that an option gains by each cue found in it. Words without exceptions and openings that sound wrong
 * weigh most, as test-wise learners weigh them; the length only decides between options that are level.
 */
const usual: Weights = {
  length: 0.5,
  absolute: -2,
  hedging: 1,
  careful: 1,
  wrongOpening: -2,
  rightOpening: 1,
};

type SingleChoice = Extract<Question, { kind: 'single' }>;

/** A question that the guesser answers better than by chance. */
export interface GivenAway {
  readonly id: string;
  /** Cues in the right option that speak for it. */
  readonly right: readonly CueFound[];
  /** Cues in wrong options that speak against them. */
  readonly wrong: readonly CueFound[];
}

export interface Guesses {
  /** Single choices that were guessed. */
  readonly questions: number;
  /** Expected number of right guesses; tied options are equally likely. */
  readonly right: number;
  /** Expected number of right guesses at random. */
  readonly chance: number;
  readonly givenAway: readonly GivenAway[];
}

/**
 * Answers single choices without reading the question, by its options alone.
 * @param weights points for each cue; by default those of a test-wise learner
 */
export function guess(
  questions: readonly Question[],
  cues: GuessingCues,
  weights: Weights = usual,
): Guesses {
  const singles = questions.filter((question) => question.kind === 'single');
  const results = singles.map((question) => guessOne(question, cues, weights));
  return {
    questions: singles.length,
    right: results.reduce((sum, { right }) => sum + right, 0),
    chance: singles.reduce((sum, { options }) => sum + 1 / options.length, 0),
    givenAway: results.flatMap(({ givenAway }) => givenAway ?? []),
  };
}

function guessOne(
  { id, options }: SingleChoice,
  cues: GuessingCues,
  weights: Weights,
): { right: number; givenAway?: GivenAway } {
  const points = (cue: Cue) => weights[cue] ?? 0;
  const longest = Math.max(...options.map(({ text }) => text.length));
  const found = options.map(({ text, right }) => {
    const cuesFound = cuesIn(text, cues, longest);
    return {
      right,
      cues: cuesFound,
      score: cuesFound.reduce((sum, { cue }) => sum + points(cue), 0),
    };
  });
  const best = Math.max(...found.map(({ score }) => score));
  const chosen = found.filter(({ score }) => score === best);
  const right = chosen.filter((option) => option.right).length / chosen.length;
  if (right <= 1 / options.length) return { right };
  const speaking = (isRight: boolean) =>
    found
      .filter((option) => option.right === isRight)
      .flatMap((option) => option.cues)
      .filter(({ cue }) => (isRight ? points(cue) > 0 : points(cue) < 0));
  return { right, givenAway: { id, right: speaking(true), wrong: speaking(false) } };
}

/** The cues of one option. */
function cuesIn(text: string, cues: GuessingCues, longest: number): CueFound[] {
  const words = (['absolute', 'hedging', 'careful'] as const).flatMap((cue) =>
    cues[cue].flatMap((pattern) =>
      occurrences(text, pattern).map((span) => ({ cue, words: text.slice(...span) })),
    ),
  );
  const openings = (['wrongOpening', 'rightOpening'] as const).flatMap((cue) =>
    cues[cue].flatMap((pattern) => {
      const [first] = occurrences(text, pattern);
      return first?.[0] === 0 ? [{ cue, words: text.slice(...first) }] : [];
    }),
  );
  const length = text.length === longest ? [{ cue: 'length' as const, words: '' }] : [];
  return [...words, ...openings, ...length];
}
