import type { BoosterItem } from './schedule.ts';

interface Variant {
  readonly id: string;
  readonly objective: string;
}

/**
 * The question to ask for an item next: another question of the same learning objective, in rotation, if the bank has
 * one not yet in this sitting; else the same question, whose options are then shuffled.
 * @param bank questions of the module, in authored order
 * @param taken ids of questions already in this sitting
 * @returns undefined if the original question of the item is no longer in the bank
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
