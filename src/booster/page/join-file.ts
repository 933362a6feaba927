import { recorder } from '../../progress/page/page-recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';

/** Ids of questions, each with whether its answer was right. */
export type Graded = readonly (readonly [string, boolean])[];

/** Adds questions to the booster. @returns whether the storage took them */
type JoinBooster = (learnerKey: string | undefined, graded: Graded) => boolean;

/** The global that `assets/join-booster.js` sets. */
export interface JoinWindow {
  atiJoinBooster?: JoinBooster;
}

/**
 * Lets the questions of a finished check come back, and says so where the page has a line for it: a package of
 * one module has no booster, and a storage that refuses keeps none.
 */
export async function joinBooster(page: ParentNode, graded: Graded): Promise<void> {
  const line = page.querySelector<HTMLElement>('[data-booster]');
  if (!line?.querySelector('a[href]')) return;
  const join = await loadScriptGlobal<JoinBooster>(
    String(line.dataset['booster']),
    'atiJoinBooster',
  ).catch(() => undefined);
  line.hidden = join?.(recorder.learnerKey, graded) !== true;
}
