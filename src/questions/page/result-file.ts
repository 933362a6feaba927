import { loadOnce } from '../../site/load-once.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { ConfidenceLevels } from '../confidence.ts';
import type { RereadLesson } from './bank-file.ts';
import type { Remark } from './question-form.ts';

/** A question of a finished try. */
export interface AnsweredQuestion {
  readonly form: HTMLFormElement;
  /** The lessons behind the learning objective that it tests. */
  readonly lessons: readonly RereadLesson[];
  readonly response: readonly string[];
  readonly grade: 0 | 1;
  /** Remarks on the response, with the right answer told. */
  readonly remarks: readonly Remark[];
}

/**
 * Shows the result of a try: the score, the wrong answers that could cost a life, whatever the score, a review of
 * each question, and how the learner's confidence fits.
 * @param player holds the parts of `CheckResult.astro`
 * @param mastery scaled score that passes
 * @param answered at least one question, in the order asked
 * @param levels how sure the learner was of each, in the order asked
 */
export type ShowResult = (
  player: HTMLElement,
  mastery: number,
  answered: readonly AnsweredQuestion[],
  levels: ConfidenceLevels,
) => void;

/** The global that `assets/check-result.js` sets. */
export interface ResultWindow {
  atiResult?: ShowResult;
}

/** Loads the file once. @throws where it cannot be had; the next call tries again */
export const loadResult = loadOnce((src) => loadScriptGlobal<ShowResult>(src, 'atiResult'));
