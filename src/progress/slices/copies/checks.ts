import { banksOf, checkIds } from '../../../course/assessment.ts';
import type { Structure } from '../../../course/structure.ts';
import type { CheckRecord, Checks } from '../checks.ts';
import { checksGain, mergeCheck } from './check-copies.ts';
import { type CopiedSlice, mergeEach, type MigrationLoss } from './copied-slice.ts';
import { widestChecks } from './widest-checks.ts';

/** Merges the answers and tries of both copies. */
export const copiedChecks: CopiedSlice<Checks> = {
  merge: (one, other) => mergeEach(one, other, mergeCheck),
  gain: checksGain,
  migrate,
  widest: (structure) => widestChecks(checkIds(structure), structure),
};

/** Keeps the scores of a check that still exists, and its answers only if its bank is unchanged. */
function migrate(records: Checks, structure: Structure, earlier: Structure) {
  const lost: MigrationLoss[] = [];
  const state: Record<string, CheckRecord> = {};
  for (const [id, record] of Object.entries(records)) {
    const shape = banksOf(structure, id);
    if (shape === undefined) {
      lost.push({ part: 'check', id, why: 'removed' });
      continue;
    }
    const isSame = JSON.stringify(shape) === JSON.stringify(banksOf(earlier, id));
    if (record.open !== undefined && !isSame) lost.push({ part: 'check', id, why: 'changed' });
    state[id] = isSame ? record : { tries: record.tries };
  }
  return { state, lost };
}
