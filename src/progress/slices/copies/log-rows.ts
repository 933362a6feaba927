import { evaluationPrefix, rowLimit } from '../../log.ts';
import { REMOVED_ROW } from '../stored/log-rows.ts';
import type { CopiedSlice } from './copied-slice.ts';

/** The rows of one log. */
export const copiedLogRows: CopiedSlice<readonly string[]> = {
  // Rows are numbers in the log of one LMS: those of another place mean nothing there.
  merge: (one) => one,
  migrate(rows, { logIds }) {
    const currentRows = new Set(logIds.flat());
    return { state: rows.map((row) => (currentRows.has(row) ? row : REMOVED_ROW)), lost: [] };
  },
  widest(course) {
    const [results, aside] = [course.logIds.flat(), course.logIds.flat()].map((ids, index) =>
      ids.filter((id) => id.startsWith(evaluationPrefix) === (index === 1)),
    );
    return [...(results ?? []).slice(-rowLimit(course)), ...(aside ?? [])];
  },
};
