/** How sure a learner says an answer is, if they say so at all. It is no part of an attempt. */
export const confidences = ['sure', 'fairly', 'guessing'] as const;
export type Confidence = (typeof confidences)[number];

/** For each drawn question, in the order asked; undefined where nothing was marked. */
export type ConfidenceMarks = readonly (Confidence | undefined)[];

/** How well a learner's marks and the results of a try fit. */
export interface Calibration {
  /** Of the answers that carry a mark: how many there are, and how many of them are right. */
  readonly counts: Readonly<
    Record<Confidence, { readonly marked: number; readonly right: number }>
  >;
  /** Places of the answers that were sure and wrong, from 0: what nobody looks up by themselves. */
  readonly sureAndWrong: readonly number[];
}

/**
 * The calibration of one try. It gives counts and no shares: of a dozen answers a share would
 * claim more than it knows.
 * @param marks for each question, in the order asked
 * @param rights whether each answer is wholly right: 1 or 0
 * @returns undefined where nothing was marked
 */
export function calibration(
  marks: ConfidenceMarks,
  rights: readonly (0 | 1)[],
): Calibration | undefined {
  const count = (level: Confidence) => {
    const own = rights.filter((_, place) => marks[place] === level);
    return { marked: own.length, right: own.filter((right) => right === 1).length };
  };
  const sureAndWrong = rights.flatMap((right, place) =>
    marks[place] === 'sure' && right === 0 ? place : [],
  );
  return rights.some((_, place) => marks[place] !== undefined)
    ? {
        counts: { sure: count('sure'), fairly: count('fairly'), guessing: count('guessing') },
        sureAndWrong,
      }
    : undefined;
}

/** Marks of tries as a device keeps them: by the seed of the draw, a letter for each question. */
export type KeptMarks = Readonly<Record<string, string>>;

const none = '-';
const letterOf = (mark: Confidence | undefined) => mark?.charAt(0) ?? none;

/** The marks of one try. The seed tells tries apart: one of somebody else has another. */
export const marksOf = (kept: KeptMarks, seed: number): ConfidenceMarks =>
  Array.from(kept[seed] ?? '', (letter) => confidences.find((level) => letterOf(level) === letter));

/**
 * What is kept after an answer was given.
 * @param seed of the try
 * @param item place of the question, from 0
 * @param mark undefined where the learner marked nothing
 * @param tries seeds of the other tries whose answers are kept; the marks of the rest go
 */
export function withMark(
  kept: KeptMarks,
  seed: number,
  item: number,
  mark: Confidence | undefined,
  tries: readonly number[],
): KeptMarks {
  const before = (kept[seed] ?? '').padEnd(item, none);
  const others = Object.entries(kept).filter(([other]) => tries.includes(Number(other)));
  return {
    ...Object.fromEntries(others),
    [seed]: before.slice(0, item) + letterOf(mark) + before.slice(item + 1),
  };
}
