import type { Answerable, SheetAnswer } from './answer-sheet.ts';

/** How often a part of an answer was given. */
export interface Choice {
  /** Id of the option, item or step; of a number `low`, `right` or `high`. */
  readonly part: string;
  /** What was chosen for an item; of other kinds absent. */
  readonly target?: string;
  readonly count: number;
  readonly isRight: boolean;
}

/**
 * What was answered to one question: how often each option was chosen (an option that nobody takes
 * distracts nobody); for each item, each target that was chosen for it, and the right one; of steps,
 * how often each stood in its right place.
 */
export function choices(
  question: Answerable,
  answers: readonly Pick<SheetAnswer, 'given'>[],
): Choice[] {
  const count = (is: (given: readonly string[]) => boolean) =>
    answers.filter(({ given }) => is(given)).length;
  const { parts } = question;
  const ofItems = (rights: readonly string[]) =>
    parts.flatMap((part, item) =>
      question.targets
        .map((target) => ({
          part,
          target,
          count: count((given) => given[item] === target),
          isRight: rights[item] === target,
        }))
        .filter((choice) => choice.isRight || choice.count > 0),
    );
  switch (question.kind) {
    case 'matching':
      return ofItems(question.items.map(({ target }) => target));
    case 'continuum':
      return ofItems(question.items.map(({ stage }) => stage));
    case 'ordering':
      return parts.map((part, place) => ({
        part,
        count: count((given) => given[place] === part),
        isRight: true,
      }));
    case 'numeric':
      return parts.map((part) => ({
        part,
        count: count((given) => given.includes(part)),
        isRight: part === 'right',
      }));
    default: {
      const rights = question.options.filter(({ right }) => right).map(({ id }) => id);
      return parts.map((part) => ({
        part,
        count: count((given) => given.includes(part)),
        isRight: rights.includes(part),
      }));
    }
  }
}
