import type { Attempt, CaseRecord } from './attempt.ts';
import { reunite } from './receipt.ts';

/** What bringing progress adds to what is here. */
export interface Gain {
  /** Lessons read to the end. */
  readonly lessons: number;
  /** Cases played to an end. */
  readonly cases: number;
  /** Decisions of first runs. */
  readonly decisions: number;
  /** Finished tries of checks and assessments. */
  readonly tries: number;
}

/**
 * What is here and what was brought from elsewhere, in one. Nothing done here is lost, and bringing
 * the same twice changes nothing.
 */
export function bring(here: Attempt, brought: Attempt): { attempt: Attempt; gain: Gain } {
  const known = { ...brought, cases: withDecisions(brought, here) };
  const attempt = reunite(here, hasOpenTry(here) ? withoutOpenTries(known) : known);
  const [before, after] = [countsOf(here), countsOf(attempt)];
  return {
    attempt,
    gain: {
      lessons: after.lessons - before.lessons,
      cases: after.cases - before.cases,
      decisions: Math.max(0, after.decisions - before.decisions),
      tries: after.tries - before.tries,
    },
  };
}

/** A summary knows that a case was finished, not how: the decisions are those taken here, if any. */
const withDecisions = (brought: Attempt, here: Attempt): Attempt['cases'] =>
  Object.fromEntries(
    Object.entries(brought.cases).map(([id, record]): [string, CaseRecord] => {
      const own = here.cases[id];
      return own !== undefined && record.finished && record.first.length === 0
        ? [id, { ...own, finished: true }]
        : [id, record];
    }),
  );

const hasOpenTry = ({ checks }: Attempt) =>
  Object.values(checks).some(({ open }) => open !== undefined);

/** One try is in progress at a time (`check.started`): the one that was begun here. */
const withoutOpenTries = (attempt: Attempt): Attempt => ({
  ...attempt,
  checks: Object.fromEntries(
    Object.entries(attempt.checks).map(([id, { tries, last }]) => [
      id,
      { tries, ...(last && { last }) },
    ]),
  ),
});

function countsOf({ viewed, cases, checks }: Attempt): Gain {
  const records = Object.values(cases);
  return {
    lessons: viewed.length,
    cases: records.filter(({ finished }) => finished).length,
    decisions: records.reduce((sum, { first }) => sum + first.length, 0),
    tries: Object.values(checks).reduce((sum, { tries }) => sum + tries.length, 0),
  };
}
