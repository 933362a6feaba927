import { toNumber } from '../../../codec/mixed-radix.ts';
import { askedIn } from '../../../course/assessment.ts';
import { assessments, isAssessment } from '../../../course/halves.ts';
import type { QuestionStructure, Structure } from '../../../course/structure.ts';
import { type CheckRecord, type Checks, endings, seeds } from '../checks.ts';
import { tryDigits } from '../stored/check-parts.ts';
import { triesKept } from '../tries.ts';

/** Records of these checks of the largest stored size. */
export function widestChecks(ids: readonly string[], structure: Structure): Checks {
  const records = ids.map((id) => [id, widestCheck(structure, id)] as const);
  const isOpen = openAtOnce(records, structure);
  return Object.fromEntries(
    records.map(([id, { open, ...rest }]) => [
      id,
      isOpen.has(id) && open ? { ...rest, open } : rest,
    ]),
  );
}

/** Assumed maximum number of open module checks, in addition to the pre-test and the final. */
const mostOpen = 2;

/** Ids of the assessments and of the `mostOpen` module checks whose open tries take the most space. */
function openAtOnce(
  records: readonly (readonly [string, CheckRecord])[],
  structure: Structure,
): ReadonlySet<string> {
  const roomOf = ([id, { open }]: readonly [string, CheckRecord]) =>
    open ? toNumber(tryDigits(open, id, structure)).toString(2).length : 0;
  const modules = records.filter(([id]) => !isAssessment(id));
  const widest = [...modules].sort((one, other) => roomOf(other) - roomOf(one)).slice(0, mostOpen);
  return new Set([...assessments, ...widest.map(([id]) => id)]);
}

function widestCheck(structure: Structure, id: string): CheckRecord {
  const count = Math.max(0, ...(structure.tracks ?? []).map(({ questions }) => questions));
  const seed = seeds - 1;
  const open = { seed, answers: askedIn(structure, id, seed, count).map(widestAnswer) };
  return {
    // The scores have no common denominator, as after versions of the course with different numbers of questions.
    tries: Array.from({ length: triesKept }, (_, place) => place / (place + 11)),
    open,
    ...(id === 'final' ? { last: open } : { ended: endings - 1 }),
  };
}

/** A response of the largest stored size. */
export function widestAnswer({ kind, options }: QuestionStructure): readonly string[] {
  if (kind === 'numeric') return ['-12345678.12345'];
  if (kind === 'single') return options.slice(-1);
  if (kind === 'continuum') return options.map(() => 'trial');
  // `options` lists the items, then as many targets or more; each item has one target.
  if (kind === 'matching')
    return options.slice(options.length >> 1).map(() => options.at(-1) ?? '');
  return options;
}
