import { today } from '../../site/today.ts';
import { answered } from '../schedule.ts';
import { keptBooster } from './kept-booster.ts';

/**
 * Lets the questions of a finished check come back, and says so where the page has a line for it: a package of
 * one module has no booster, and a storage that refuses keeps none.
 * @param graded ids of the questions, each with whether its answer was right
 */
export function joinBooster(page: ParentNode, graded: readonly (readonly [string, boolean])[]) {
  const line = page.querySelector<HTMLElement>('[data-booster]');
  if (!line?.querySelector('a[href]')) return;
  const kept = keptBooster();
  kept.change((items) =>
    graded.reduce((all, [id, isRight]) => answered(all, id, id, isRight, today()), items),
  );
  line.hidden = kept.state === 'refused';
}
