import type { BoosterItem } from './schedule.ts';

interface Variant {
  readonly id: string;
  readonly objective: string;
}

/**
 * The question by which an item is asked the next time: another one of the same learning objective, in turn,
 * where the bank has one that is not asked anyway; else the same, whose options are then shown in another order.
 * @param bank questions of the module, in authored order
 * @param taken ids of questions that are asked in the same sitting
 * @returns undefined where the bank no longer has the question with which the item began
 */
export function nextVariant(
  bank: readonly Variant[],
  { question, asked }: Pick<BoosterItem, 'question' | 'asked'>,
  taken: ReadonlySet<string>,
): string | undefined {
  const objective = bank.find(({ id }) => id === question)?.objective;
  if (objective === undefined) return undefined;
  const parallel = bank.filter((one) => one.objective === objective).map(({ id }) => id);
  const last = parallel.indexOf(asked);
  const inTurn = [...parallel.slice(last + 1), ...parallel.slice(0, last + 1)];
  return (
    inTurn.find((id) => id !== asked && !taken.has(id)) ?? (taken.has(asked) ? question : asked)
  );
}
