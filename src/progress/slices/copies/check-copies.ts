import { type CheckRecord, type Checks, endings, type OpenTry } from '../checks.ts';
import { mergeTries, triesBeyond } from './check-tries.ts';
import type { Gain } from './copied-slice.ts';

/** Merges the records of one check in two copies. */
export function mergeCheck(one: CheckRecord, other: CheckRecord): CheckRecord {
  const tries = mergeTries(one.tries, other.tries);
  const open = mergeOpen(
    hasEnded(other, one.open) ? undefined : one.open,
    hasEnded(one, other.open) ? undefined : other.open,
  );
  const isOtherLater = other.tries.length > one.tries.length;
  const last = isOtherLater ? (other.last ?? one.last) : (one.last ?? other.last);
  const ended = isOtherLater ? (other.ended ?? one.ended) : (one.ended ?? other.ended);
  return {
    tries,
    ...(open && { open }),
    ...(last && { last }),
    ...(ended !== undefined && { ended }),
  };
}

/** Whether an open try of another copy is the one that this copy finished last. */
const hasEnded = ({ last, ended = last && last.seed % endings }: CheckRecord, open?: OpenTry) =>
  open !== undefined && open.seed % endings === ended;

/** Merges the answers if both are the same try; otherwise returns the one with more answers, or `one` if equal. */
function mergeOpen(one: OpenTry | undefined, other: OpenTry | undefined): OpenTry | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.seed !== other.seed || one.answers.length !== other.answers.length)
    return answered(other) > answered(one) ? other : one;
  const isMore = one.answers.some((answer, item) => answer === undefined && other.answers[item]);
  if (!isMore) return one;
  return { ...one, answers: one.answers.map((answer, item) => answer ?? other.answers[item]) };
}

const answered = ({ answers }: OpenTry): number =>
  answers.filter((answer) => answer !== undefined).length;

function answersBeyond(less: OpenTry | undefined, more: OpenTry | undefined): number {
  if (more === undefined) return 0;
  const sharedAnswers = less?.seed === more.seed ? answered(less) : 0;
  return Math.max(0, answered(more) - sharedAnswers);
}

const sumOver = (records: Checks, count: (check: CheckRecord, id: string) => number): number =>
  Object.entries(records).reduce((sum, [id, check]) => sum + count(check, id), 0);

/** Counts the answers of open tries and the finished tries that `more` has beyond `less`. */
export const checksGain = (less: Checks, more: Checks): Pick<Gain, 'answers' | 'tries'> => ({
  answers: sumOver(more, (check, id) => answersBeyond(less[id]?.open, check.open)),
  tries: sumOver(more, ({ tries }, id) => triesBeyond(less[id]?.tries ?? [], tries).length),
});
