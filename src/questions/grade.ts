import type { Question } from './question.ts';
import type { Judgement } from '../cases/format.ts';

/** A question as far as marking depends on it: what is right, without the words. */
export type Markable =
  | {
      readonly kind: 'single' | 'several';
      readonly options: readonly { readonly id: string; readonly right: boolean }[];
    }
  | { readonly kind: 'matching'; readonly items: readonly { readonly target: string }[] }
  | { readonly kind: 'ordering'; readonly steps: readonly { readonly id: string }[] }
  | { readonly kind: 'numeric'; readonly answer: number; readonly tolerance: number }
  | { readonly kind: 'continuum'; readonly items: readonly { readonly stage: string }[] };

/**
 * Marks a response: 1 when it is wholly right, else 0.
 *
 * A response is a list of ids: for `single` the option; for `several` the options in any order, of
 * which exactly the right set is right; for `matching` and `continuum` the target or stage of each
 * item, in authored order of the items; for `ordering` the steps as they were placed. For `numeric`
 * it is one number as text.
 */
export function mark(question: Markable | Question, response: readonly string[]): 0 | 1 {
  switch (question.kind) {
    case 'single':
    case 'several': {
      const right = question.options.filter((option) => option.right);
      return isList([...new Set(response)].sort(), right.map(({ id }) => id).sort());
    }
    case 'matching':
      return isList(
        response,
        question.items.map(({ target }) => target),
      );
    case 'continuum':
      return isList(
        response,
        question.items.map(({ stage }) => stage),
      );
    case 'ordering':
      return isList(
        response,
        question.steps.map(({ id }) => id),
      );
    case 'numeric': {
      const [text = ''] = response;
      const given = text.trim() === '' ? Number.NaN : Number(text);
      // Decimals are not exact: 0.3 - 0.1 must be within a tolerance of 0.2.
      return Math.abs(given - question.answer) <= question.tolerance + 1e-9 ? 1 : 0;
    }
  }
}

/** How a standard is told of a judgement: neither right nor wrong is `neutral`. */
export function resultOf(judgement: Judgement): 'correct' | 'neutral' | 'incorrect' {
  return (
    { sound: 'correct', defensible: 'neutral', harmful: 'incorrect', neutral: 'neutral' } as const
  )[judgement];
}

// Ids hold no comma.
const isList = (given: readonly string[], right: readonly string[]): 0 | 1 =>
  given.join() === right.join() ? 1 : 0;
