import { askedIn, banksOf, checkIds } from '../../../course/assessment.ts';
import type { Structure } from '../../../course/structure.ts';
import { answerOf } from '../../interaction.ts';
import { isLogged } from '../../log.ts';
import type { CheckEvent, CheckRecord, Checks } from '../checks.ts';
import { checksGain, mergeCheck } from './check-copies.ts';
import { checkPart, widestChecks } from './check-parts.ts';
import { mergeEach, type MigrationLoss, type StoredSlice } from './stored-slice.ts';

/** Stored in a part for each check; each answer of a check that counts is a row of the log. */
export const storedChecks: StoredSlice<Checks, CheckEvent> = {
  merge: (one, other) => mergeEach(one, other, mergeCheck),
  gain: checksGain,
  migrate,
  parts: (structure) => checkIds(structure).map((id) => checkPart(id, structure)),
  widest: (structure) => widestChecks(checkIds(structure), structure),
  logIds: (structure) => structure.checks.map(({ questions }) => questions.map(({ id }) => id)),
  report(event, _before, after, { structure, rule }) {
    if (event.type !== 'check.answered') return undefined;
    const open = after[event.check]?.open;
    if (open === undefined || !isLogged(event.check, rule)) return undefined;
    const question = askedIn(structure, event.check, open.seed, open.answers.length)[event.item];
    return question && answerOf(question, event.response);
  },
};

/** A check keeps its scores, and its open try only where its bank is unchanged. */
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
