/** Levels of confidence that a learner may state for an answer. They are no part of an attempt. */
export const confidences = ['sure', 'fairly', 'guessing'] as const;
export type Confidence = (typeof confidences)[number];

/** The level for each drawn question, in the order asked; undefined if the learner gave none. */
export type ConfidenceLevels = readonly (Confidence | undefined)[];

/** Counts that show how well a learner's confidence fits the results of a try. */
export interface Calibration {
  /** Number of answers of each level, and number of those that are right. */
  readonly counts: Readonly<
    Record<Confidence, { readonly stated: number; readonly right: number }>
  >;
  /** Positions of the answers that were sure and wrong, from 0; learners do not look these up by themselves. */
  readonly sureAndWrong: readonly number[];
}

/**
 * The calibration of one try. Counts, not shares: a share of a dozen answers would look more precise than it
 * is.
 * @param levels for each question, in the order asked
 * @param grades 1 or 0 for each answer
 * @returns undefined where no level was stated
 */
export function calibration(
  levels: ConfidenceLevels,
  grades: readonly (0 | 1)[],
): Calibration | undefined {
  const count = (level: Confidence) => {
    const graded = grades.filter((_, item) => levels[item] === level);
    return { stated: graded.length, right: graded.filter((one) => one === 1).length };
  };
  const sureAndWrong = grades.flatMap((one, item) =>
    levels[item] === 'sure' && one === 0 ? item : [],
  );
  return grades.some((_, item) => levels[item] !== undefined)
    ? {
        counts: { sure: count('sure'), fairly: count('fairly'), guessing: count('guessing') },
        sureAndWrong,
      }
    : undefined;
}

/** Levels of tries as a device stores them: by the seed of the draw, a letter for each question. */
export type StoredConfidence = Readonly<Record<string, string>>;

const none = '-';
const letterOf = (level: Confidence | undefined) => level?.charAt(0) ?? none;

/** The levels of one try. The seed tells tries apart: the try of another learner has another seed. */
export const levelsOf = (stored: StoredConfidence, seed: number): ConfidenceLevels =>
  Array.from(stored[seed] ?? '', (letter) =>
    confidences.find((level) => letterOf(level) === letter),
  );

/**
 * The stored levels after an answer.
 * @param seed of the try
 * @param item position of the question, from 0
 * @param level undefined where the learner did not say
 * @param tries seeds of the other tries whose answers are kept; the levels of all others are removed
 */
export function withLevel(
  stored: StoredConfidence,
  seed: number,
  item: number,
  level: Confidence | undefined,
  tries: readonly number[],
): StoredConfidence {
  const before = (stored[seed] ?? '').padEnd(item, none);
  const others = Object.entries(stored).filter(([other]) => tries.includes(Number(other)));
  return {
    ...Object.fromEntries(others),
    [seed]: before.slice(0, item) + letterOf(level) + before.slice(item + 1),
  };
}
