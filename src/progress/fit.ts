import { banksOf } from '../course/assessment.ts';
import type { Attempt, CaseRecord, CheckRecord } from './attempt.ts';
import type { Edition, Lost } from './edition-record.ts';
import type { Structure } from '../course/structure.ts';
import { evaluationPrefix } from './log.ts';

/** A row whose item the course no longer has. The LMS still has it, so its number stays taken. */
export const goneRow = '~';

/**
 * Fits an attempt to a structure by ids. What the structure does not know resets alone: a case keeps
 * the decisions it still has, and its run up to the first it has not; a check keeps its scores, and
 * its open try only where its bank is unchanged (P03, P04).
 * @param earlier the structure for which the attempt was written
 */
export function fitTo(
  structure: Structure,
  attempt: Attempt,
  earlier: Structure,
): { readonly attempt: Attempt; readonly lost: readonly Lost[] } {
  const lost: Lost[] = [];

  const viewed = attempt.viewed.filter((id) => {
    const isKnown = structure.lessons.includes(id);
    if (!isKnown) lost.push({ part: 'lesson', id, why: 'removed' });
    return isKnown;
  });

  const cases: Record<string, CaseRecord> = {};
  for (const [id, record] of Object.entries(attempt.cases)) {
    const shape = structure.cases.find((other) => other.id === id);
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
    cases[id] = { ...record, first, run, endings };
  }

  const checks: Record<string, CheckRecord> = {};
  for (const [id, record] of Object.entries(attempt.checks)) {
    const shape = banksOf(structure, id);
    if (shape === undefined) {
      lost.push({ part: 'check', id, why: 'removed' });
      continue;
    }
    const isSame = JSON.stringify(shape) === JSON.stringify(banksOf(earlier, id));
    if (record.open !== undefined && !isSame) lost.push({ part: 'check', id, why: 'changed' });
    checks[id] = isSame ? record : { tries: record.tries };
  }

  const items = new Set([
    ...structure.checks.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...structure.cases.flatMap(({ id, steps }) =>
      steps.map((step) => `${id}.${step.split('.')[0] ?? ''}`),
    ),
    ...(structure.evaluation ?? []).map((name) => evaluationPrefix + name),
  ]);
  const rows = attempt.rows.map((row) => (items.has(row) ? row : goneRow));

  const isKnown = (id: string) =>
    structure.lessons.includes(id) || structure.cases.some((other) => other.id === id);
  const known = (edition: Edition) => ({ ...edition, again: edition.again.filter(isKnown) });
  const { track, edition, ...rest } = attempt;
  const hasTrack = structure.tracks?.some(({ id }) => id === track) === true;
  if (track !== undefined && !hasTrack) lost.push({ part: 'track', id: track, why: 'removed' });
  return {
    attempt: {
      ...rest,
      ...(track && hasTrack && { track }),
      ...(edition && { edition: known(edition) }),
      viewed,
      cases,
      checks,
      rows,
    },
    lost,
  };
}
