import type { ModuleBank } from '../../questions/page/module-banks.ts';
import type { BoosterItem } from '../schedule.ts';
import { nextVariant } from '../variant.ts';

/** An item with the question by which it is asked. */
export interface Asking {
  readonly item: BoosterItem;
  /** Id of the question. */
  readonly variant: string;
  readonly bank: ModuleBank;
}

/**
 * The questions by which items are asked in one sitting, each question once as far as the banks allow. Items
 * whose question the course no longer has are left out.
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
