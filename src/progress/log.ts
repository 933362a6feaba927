import type { CompletionRule } from '../course/completion-rule.ts';
import type { Structure } from '../course/structure.ts';

/**
 * Most bytes that a course may send when a page closes: Moodle sends every row again, in SCORM 2004 by
 * a beacon, and a browser gives all beacons together 64 KiB (P53). An eighth is left to the LMS.
 */
export const heaviestExit = 56 * 1024;

/** Most rows of `cmi.interactions` that a course writes, answers of the evaluation apart. */
const mostRows = 120;
/**
 * Bytes, form-encoded, of a row at its widest, of an objective with its score, and of a text in a script of three
 * bytes.
 */
const weights = { row: 290, objective: 300, text: 1800, status: 2048 } as const;
/** Texts among the answers of an evaluation, at most (`evaluation.ts`). */
const evaluationTexts = 4;

/** Most rows of results that a course may write, so that all it tells of fits one beacon. */
export function rowLimit({ objectives, evaluation = [] }: Structure): number {
  const texts = Math.min(evaluationTexts, evaluation.length) * weights.text;
  const others = weights.status + objectives.length * weights.objective + texts;
  const left = Math.floor((heaviestExit - others) / weights.row) - evaluation.length;
  return Math.min(mostRows, Math.max(keptForFinal, left));
}

/** Rows kept free for the answers of the final, however often cases were explored. */
const keptForFinal = 24;

/**
 * Whether the answers of a check are logged one by one: those on which the status rests. Of other
 * checks an LMS is told the score of each learning objective.
 */
export const isLogged = (check: string, { checks }: CompletionRule): boolean =>
  checks === 'final' ? check === 'final' : true;

/** Prefix of the ids of interactions of the evaluation; no case may have such an id. */
export const evaluationPrefix = 'evaluation.';

/**
 * Whether an interaction may have a row: what has one keeps it, a full log takes no more.
 * Answers of the evaluation, few and of a number that the content check holds, stand beside the
 * results and never take a row from them.
 * @param rows ids of interactions, by row
 * @param id a question's, `case.scene` of a decision, or `evaluation.` and the name of an answer
 */
export function hasRoom(rows: readonly string[], id: string, structure: Structure): boolean {
  if (rows.includes(id)) return true;
  if (id.startsWith(evaluationPrefix))
    return structure.evaluation?.includes(id.slice(evaluationPrefix.length)) === true;
  const results = rows.filter((row) => !row.startsWith(evaluationPrefix));
  const kept = structure.assessment !== undefined && id.includes('.') ? keptForFinal : 0;
  return results.length < rowLimit(structure) - kept;
}
