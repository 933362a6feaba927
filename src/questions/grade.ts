import type { ResponseType } from '../course/response-type.ts';

/** The data that grade a response, without the words of the question. */
export interface ResponseKey {
  readonly type: ResponseType;
  /** The correct response; for a number, the least and the greatest that are right. */
  readonly correct: readonly string[];
}

/** Decimals are not exact: 0.3 - 0.1 must be within a tolerance of 0.2. */
const rounding = 1e-9;

// Ids hold no comma.
const isSameList = (correct: readonly string[], response: readonly string[]) =>
  response.join() === correct.join();

const isSameSet = (correct: readonly string[], response: readonly string[]) =>
  isSameList([...correct].sort(), [...new Set(response)].sort());

const graders: Readonly<Record<ResponseType, typeof isSameList>> = {
  single: isSameSet,
  several: isSameSet,
  matching: isSameList,
  ordering: isSameList,
  numeric: (correct, response) => rangePart(correct, response) === 'right',
  continuum: isSameList,
};

/** Grades a response (`response-type.ts` says what it consists of): 1 when all of it is right, else 0. */
export const grade = ({ type, correct }: ResponseKey, response: readonly string[]): 0 | 1 =>
  graders[type](correct, response) ? 1 : 0;

/** Places of a number: below, within or above the range that is right. */
export const rangeParts = ['low', 'right', 'high'] as const;
export type RangePart = (typeof rangeParts)[number];

/** The place of a number. Text that is not a number counts as too high. */
export function rangePart(
  [least, greatest]: readonly string[],
  [text = '']: readonly string[],
): RangePart {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number < Number(least) - rounding) return 'low';
  return number <= Number(greatest) + rounding ? 'right' : 'high';
}
