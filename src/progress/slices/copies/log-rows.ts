import { evaluationPrefix, rowLimit } from '../../log.ts';
import { REMOVED_ROW } from '../stored/log-rows.ts';
import type { CopiedSlice } from './copied-slice.ts';

/** Keeps the log rows of `one` and ignores those of the other copy. */
export const copiedLogRows: CopiedSlice<readonly string[]> = {
  // Rows are positions in the log of one LMS, so rows from another place are meaningless there.
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
