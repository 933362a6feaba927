import { timesRoot } from '../../codec/reed-solomon.ts';
import { assessments } from '../../course/halves.ts';
import type { Structure } from '../../course/structure.ts';
import { type Attempt, freshAttempt } from '../attempt.ts';
import { outlineOf, sharesOf } from '../code-outline.ts';
import { fnv1a } from './fnv1a.ts';

const bitsOfWord = 10;
const checkWords = 2;

/**
 * Reads a short code of version 0.1.0: 16 bits of a hash over the course; the track; flags of lessons and cases; best
 * scores; and two check words of a Reed-Solomon code over GF(1024).
 *
 * For a course without tracks, version 0.1.0 wrote one bit too many, so that its codes decoded to wrong progress.
 * Such codes are rejected.
 * @param values positions of the words in the list of words
 * @returns undefined if the values are not such a code of this course
 */
export function readShortCode1(
  values: readonly number[],
  structure: Structure,
): Attempt | undefined {
  const { lessons, cases, checks, tracks = [], assessment } = structure;
  if (tracks.length === 0 || sum(values) !== 0 || weighted(values) !== 0) return undefined;
  const shares = sharesOf(structure);
  const scored = [
    ...checks,
    ...(assessment ? assessments.map((id) => ({ id, draw: shares })) : []),
  ];
  const widths = [
    16,
    bitsFor(tracks.length + 1),
    ...lessons.map(() => 1),
    ...cases.map(() => 1),
    ...scored.map(({ draw }) => bitsFor(draw + 2)),
  ];
  const wanted = Math.ceil(widths.reduce((all, width) => all + width, 0) / bitsOfWord) + checkWords;
  if (values.length !== wanted) return undefined;

  const bits = values
    .slice(0, -checkWords)
    .map((value) => value.toString(2).padStart(bitsOfWord, '0'))
    .join('');
  let position = 0;
  const take = (width: number) => parseInt(bits.slice(position, (position += width)), 2);
  if (take(16) !== printOf(structure)) return undefined;
  const track = tracks[take(bitsFor(tracks.length + 1)) - 1]?.id;
  const viewed = lessons.filter(() => take(1) === 1);
  const finished = cases.filter(() => take(1) === 1);
  const best = scored.flatMap(({ id, draw }) => {
    const value = take(bitsFor(draw + 2));
    return value === 0 ? [] : [[id, { tries: [Math.min(1, (value - 1) / draw)] }] as const];
  });
  return {
    ...freshAttempt,
    ...(track !== undefined && { track }),
    viewed,
    cases: Object.fromEntries(
      finished.map(({ id }) => [id, { first: [], run: [], finished: true, endings: [] }]),
    ),
    checks: Object.fromEntries(best),
  };
}

const bitsFor = (values: number) => Math.ceil(Math.log2(values));

function printOf(structure: Structure): number {
  const hash = fnv1a(outlineOf(structure));
  return (hash ^ (hash >>> 16)) & 0xffff;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all ^ value, 0);
const weighted = (values: readonly number[]) =>
  values.reduce((all, value) => timesRoot(all) ^ value, 0);
