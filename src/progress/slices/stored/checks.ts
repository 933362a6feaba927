import { askedIn, checkIds } from '../../../course/assessment.ts';
import { answerOf } from '../../interaction.ts';
import { isLogged } from '../../log.ts';
import type { CheckEvent, Checks } from '../checks.ts';
import { checkPart } from './check-parts.ts';
import type { StoredSlice } from './stored-slice.ts';

/** Stored as one part for each check. Answers of a check that counts for completion are reported as log rows. */
export const storedChecks: StoredSlice<Checks, CheckEvent> = {
  size: (records) =>
    Object.values(records).reduce(
      (sum, { tries, open }) =>
        sum + tries.length + (open?.answers.filter((answer) => answer !== undefined).length ?? 0),
      0,
    ),
  parts: (structure) => checkIds(structure).map((id) => checkPart(id, structure)),
  logIds: (structure) => structure.checks.map(({ questions }) => questions.map(({ id }) => id)),
  report(event, _before, after, { structure, rule }) {
    if (event.type !== 'check.answered') return undefined;
    const open = after[event.check]?.open;
    if (open === undefined || !isLogged(event.check, rule)) return undefined;
    const question = askedIn(structure, event.check, open.seed, open.answers.length)[event.item];
    return question && answerOf(question, event.response);
  },
};
