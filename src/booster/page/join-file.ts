import { recorder } from '../../progress/page/page-recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';

/** Ids of questions, each with whether its answer was right. */
export type Graded = readonly (readonly [string, boolean])[];

/** Adds questions to the booster. @returns whether storage succeeded */
type JoinBooster = (learnerKey: string | undefined, graded: Graded) => boolean;

/** The global that `assets/join-booster.js` defines. */
export interface JoinWindow {
  atiJoinBooster?: JoinBooster;
}

let loading: Promise<JoinBooster | undefined> | undefined;

/**
 * Adds the questions of a finished check to the booster, and shows the page's notice of it. A pre-test has no notice, a
 * package of one module has no booster, and the notice stays hidden if storage fails.
 * @param graded absent while the check is still asked: the script is only requested, so that the questions join even if
 * the learner leaves the result at once
 */
export async function joinBooster(page: ParentNode, graded?: Graded): Promise<void> {
  const line = page.querySelector<HTMLElement>('[data-booster]');
  if (!line?.querySelector('a[href]')) return;
  loading ??= loadScriptGlobal<JoinBooster>(
    String(line.dataset['booster']),
    'atiJoinBooster',
  ).catch(() => (loading = undefined));
  const join = await loading;
  if (graded) line.hidden = join?.(recorder.learnerKey, graded) !== true;
}
