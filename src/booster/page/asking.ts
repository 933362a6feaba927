import type { ModuleBank } from '../../questions/page/module-banks.ts';
import type { BoosterItem } from '../schedule.ts';
import { nextVariant } from '../variant.ts';

/** An item with the question chosen to ask it. */
export interface Asking {
  readonly item: BoosterItem;
  /** Id of the question. */
  readonly variant: string;
  readonly bank: ModuleBank;
}

/**
 * Chooses a question for each item of a sitting, each question once as far as the banks allow. Items whose question is
 * no longer in the course are left out.
 */
export function askings(items: readonly BoosterItem[], banks: readonly ModuleBank[]): Asking[] {
  const taken = new Set<string>();
  return items.flatMap((item) => {
    const bank = banks.find(({ questions }) => questions.some(({ id }) => id === item.question));
    const variant = bank && nextVariant(bank.questions, item, taken);
    if (bank === undefined || variant === undefined) return [];
    taken.add(variant);
    return [{ item, variant, bank }];
  });
}
