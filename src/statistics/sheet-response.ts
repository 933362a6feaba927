import type { ResponseType } from '../course/response-type.ts';
import { grade, rangePart } from '../questions/grade.ts';
import type { SheetQuestion } from './sheet-question.ts';

type Ids = readonly string[];

/** How an answer sheet states responses of one type, in its file and in its code. */
interface SheetResponse {
  /** The statement for a response that is not empty. */
  readonly state: (question: SheetQuestion, response: Ids) => Ids;
  /** Whether a non-empty statement is possible for the question. */
  readonly isPossible: (question: SheetQuestion, stated: Ids) => boolean;
  readonly isCorrect: (question: SheetQuestion, stated: Ids) => boolean;
  /** Radix of each digit of the statement in the code; the digits are 0 if there is no answer. */
  readonly radices: (question: SheetQuestion) => readonly number[];
  readonly digits: (question: SheetQuestion, stated: Ids) => readonly number[];
  /** Inverse of `digits`; an unknown id is the empty string. */
  readonly fromDigits: (question: SheetQuestion, digits: readonly number[]) => Ids;
}

const isGraded: SheetResponse['isCorrect'] = (question, stated) => grade(question, stated) === 1;
const areIn = (optionIds: Ids, ids: Ids) => ids.every((id) => optionIds.includes(id));
const areDifferent = (ids: Ids) => new Set(ids).size === ids.length;

/** One digit for each of `count` places: the position in a list, from 1. */
const positions = (
  listOf: (question: SheetQuestion) => Ids,
  countOf: (question: SheetQuestion) => number,
): Pick<SheetResponse, 'radices' | 'digits' | 'fromDigits'> => ({
  radices: (question) =>
    Array.from({ length: countOf(question) }, () => 1 + listOf(question).length),
  digits: (question, stated) =>
    Array.from(
      { length: countOf(question) },
      (_, place) => 1 + listOf(question).indexOf(stated[place] ?? ''),
    ),
  fromDigits: (question, digits) =>
    digits.every((digit) => digit === 0)
      ? []
      : digits.map((digit) => listOf(question)[digit - 1] ?? ''),
});

const partsOf = ({ parts }: SheetQuestion) => parts;

const oneOption: SheetResponse = {
  state: ({ parts }, response) => parts.filter((id) => response.includes(id)),
  isPossible: ({ parts }, stated) => stated.length === 1 && areIn(parts, stated),
  isCorrect: isGraded,
  ...positions(partsOf, () => 1),
};

const someOptions: SheetResponse = {
  state: oneOption.state,
  isPossible: ({ parts }, stated) => areIn(parts, stated) && areDifferent(stated),
  isCorrect: isGraded,
  radices: ({ parts }) => parts.map(() => 2),
  digits: ({ parts }, stated) => parts.map((id) => (stated.includes(id) ? 1 : 0)),
  fromDigits: ({ parts }, digits) => parts.filter((_, place) => digits[place] === 1),
};

const pairs: SheetResponse = {
  state: (_, response) => response,
  isPossible: ({ parts, targets }, stated) =>
    stated.length === parts.length && areIn(targets, stated),
  isCorrect: isGraded,
  ...positions(
    ({ targets }) => targets,
    ({ parts }) => parts.length,
  ),
};

const order: SheetResponse = {
  state: (_, response) => response,
  isPossible: ({ parts }, stated) =>
    stated.length === parts.length && areIn(parts, stated) && areDifferent(stated),
  isCorrect: isGraded,
  ...positions(partsOf, ({ parts }) => parts.length),
};

/** The number itself could identify the learner, so the sheet states only its range. */
const number: SheetResponse = {
  state: ({ correct }, response) => [rangePart(correct, response)],
  isPossible: oneOption.isPossible,
  isCorrect: (_, [place]) => place === 'right',
  ...positions(partsOf, () => 1),
};

const sheetResponses: Readonly<Record<ResponseType, SheetResponse>> = {
  single: oneOption,
  several: someOptions,
  matching: pairs,
  ordering: order,
  numeric: number,
  continuum: pairs,
};

/** How responses to a question are stated. */
export const sheetResponse = ({ type }: SheetQuestion): SheetResponse => sheetResponses[type];
