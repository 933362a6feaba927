import { recorder } from '../../progress/page/page-recorder.ts';
import { loadOnce } from '../../site/load-once.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';

/** Ids of questions, each with whether its answer was right. */
export type Graded = readonly (readonly [string, boolean])[];

/** Adds questions to the booster. @returns whether storage succeeded */
type JoinBooster = (learnerKey: string | undefined, graded: Graded) => boolean;

/** The global that `assets/join-booster.js` defines. */
export interface JoinWindow {
  atiJoinBooster?: JoinBooster;
}

const loadJoin = loadOnce((src) => loadScriptGlobal<JoinBooster>(src, 'atiJoinBooster'));

/**
 * Adds the questions of a finished check to the booster, and shows the page's notice of it. A pre-test has no notice, a
 * package of one module has no booster, and the notice stays hidden if storage fails.
 * @param graded absent while the check is still asked: the script is only requested, so that the questions join even if
 * the learner leaves the result at once
 */
export async function joinBooster(page: ParentNode, graded?: Graded): Promise<void> {
  const line = page.querySelector('[data-booster] > a[href]')?.parentElement;
  if (!line) return;
  const join = await loadJoin(String(line.dataset['booster'])).catch(() => undefined);
  if (graded) line.hidden = join?.(recorder.learnerKey, graded) !== true;
}
