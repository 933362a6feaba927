import type { Structure } from '../../../course/structure.ts';
import { type CaseRecord, type Cases, sceneOf, type Step } from '../cases.ts';
import { union } from '../slice.ts';
import { type CopiedSlice, type Gain, mergeEach, type MigrationLoss } from './copied-slice.ts';

/** Merges the decisions, runs and endings of both copies. */
export const copiedCases: CopiedSlice<Cases> = {
  merge: (one, other) => mergeEach(one, other, mergeCase),
  gain: (less, more) => {
    const [before, after] = [countsOf(less), countsOf(more)];
    return {
      cases: after.cases - before.cases,
      decisions: after.decisions - before.decisions,
      endings: after.endings - before.endings,
    };
  },
  // A short code tells that a case was finished but not by which decisions, so such a record is left out.
  practice: (records) =>
    Object.fromEntries(Object.entries(records).filter(([, { first }]) => first.length > 0)),
  migrate,
  widest: ({ cases: shapes }) =>
    Object.fromEntries(shapes.map(({ id, steps, endings }) => [id, widestCase(steps, endings)])),
};

/** Merges one case. If both copies decided in a scene, the decision of `one` counts; the longer run is kept. */
function mergeCase(one: CaseRecord, other: CaseRecord): CaseRecord {
  const scenes = one.first.map(sceneOf);
  const more = other.first.filter((step) => !scenes.includes(sceneOf(step)));
  return {
    first: more.length === 0 ? one.first : [...one.first, ...more],
    run: other.run.length > one.run.length ? other.run : one.run,
    finished: one.finished || other.finished,
    endings: union(one.endings, other.endings),
  };
}

/** Keeps the decisions whose choices still exist, and each run up to the first choice that was removed (P04). */
function migrate(records: Cases, { cases: shapes }: Structure) {
  const lost: MigrationLoss[] = [];
  const state: Record<string, CaseRecord> = {};
  for (const [id, record] of Object.entries(records)) {
    const shape = shapes.find((other) => other.id === id);
    if (shape === undefined) {
      lost.push({ part: 'case', id, why: 'removed' });
      continue;
    }
    const first = record.first.filter((step) => shape.steps.includes(step));
    const stop = record.run.findIndex((step) => !shape.steps.includes(step));
    const run = stop < 0 ? record.run : record.run.slice(0, stop);
    if (first.length < record.first.length || run.length < record.run.length)
      lost.push({ part: 'case', id, why: 'changed' });
    const endings = record.endings.filter((ending) => shape.endings.includes(ending));
    state[id] = { ...record, first, run, endings };
  }
  return { state, lost };
}

function widestCase(steps: readonly string[], endings: readonly string[]): CaseRecord {
  const scenes = [...new Set(steps.map(sceneOf))];
  const decide = (at: 0 | -1) =>
    scenes.flatMap(
      (scene) => (steps.filter((step) => sceneOf(step) === scene).at(at) ?? []) as Step[],
    );
  return { first: decide(0), run: decide(-1), finished: true, endings };
}

function countsOf(records: Cases): Pick<Gain, 'cases' | 'decisions' | 'endings'> {
  const all = Object.values(records);
  const sum = (count: (record: CaseRecord) => number) =>
    all.reduce((total, record) => total + count(record), 0);
  return {
    cases: sum(({ finished }) => (finished ? 1 : 0)),
    decisions: sum(({ first }) => first.length),
    endings: sum((record) => record.endings.length),
  };
}
