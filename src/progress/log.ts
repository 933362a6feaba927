import type { CompletionRule } from '../course/completion.ts';
import type { Structure } from '../course/structure.ts';

/**
 * Most rows of `cmi.interactions` that a course writes. All rows go out again when a page closes, in
 * Moodle by a beacon of at most 64 KiB (P53); at their widest these take 48.
 */
export const mostRows = 120;
/** Rows kept free for the answers of the final, however often cases were explored. */
const keptForFinal = 24;

/**
 * Whether the answers of a check are logged one by one: those on which the status rests. Of other
 * checks an LMS is told the score of each learning objective.
 */
export const isLogged = (check: string, { checks }: CompletionRule): boolean =>
  checks === 'final' ? check === 'final' : true;

/** What ids of interactions of the evaluation begin with; no case may be called so. */
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
  return results.length < mostRows - kept;
}
