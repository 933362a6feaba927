import type { ResponseType } from '../course/response-type.ts';
import type { SheetAnswer } from './answer-sheet.ts';
import type { SheetQuestion } from './sheet-question.ts';

/** How often a part of an answer was given. */
export interface Choice {
  /** Id of the option, item or step; for a number `low`, `right` or `high`. */
  readonly part: string;
  /** Target chosen for an item; absent for other types of response. */
  readonly target?: string;
  readonly count: number;
  /** Whether it is right; absent for a step, which is counted only at its right place. */
  readonly isRight?: boolean;
}

/** Counts the answers that satisfy a condition. */
type Count = (is: (stated: readonly string[]) => boolean) => number;
type CountChoices = (question: SheetQuestion, count: Count) => Choice[];

const countParts =
  (isRight: (question: SheetQuestion, part: string) => boolean): CountChoices =>
  (question, count) =>
    question.parts.map((part) => ({
      part,
      count: count((stated) => stated.includes(part)),
      isRight: isRight(question, part),
    }));

const countOptions = countParts(({ correct }, part) => correct.includes(part));

const countTargets: CountChoices = ({ parts, targets, correct }, count) =>
  parts.flatMap((part, item) =>
    targets
      .map((target) => ({
        part,
        target,
        count: count((stated) => stated[item] === target),
        isRight: correct[item] === target,
      }))
      .filter((choice) => choice.isRight || choice.count > 0),
  );

const countChoices: Readonly<Record<ResponseType, CountChoices>> = {
  single: countOptions,
  several: countOptions,
  matching: countTargets,
  ordering: ({ parts }, count) =>
    parts.map((part, place) => ({ part, count: count((stated) => stated[place] === part) })),
  numeric: countParts((_, part) => part === 'right'),
  continuum: countTargets,
};

/**
 * Counts the answers to one question: how often each option was chosen (an option that nobody chooses distracts
 * nobody); for each item, each target chosen for it and the right one; for steps, how often each was at its right
 * place.
 */
export const choices = (
  question: SheetQuestion,
  answers: readonly Pick<SheetAnswer, 'given'>[],
): Choice[] =>
  countChoices[question.type](question, (is) => answers.filter(({ given }) => is(given)).length);
