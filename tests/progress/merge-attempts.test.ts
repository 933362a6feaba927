import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  type CheckRecord,
  freshAttempt,
  type OpenTry,
} from '../../src/progress/attempt.ts';
import { diffAttempts, mergeAttempts } from '../../src/progress/copied-attempts.ts';
import { anyEvents, played, small, syntheticStructure } from '../fixtures/synthetic-course.ts';

const structure = syntheticStructure(small);
const anyAttempt = anyEvents(structure).map((events) => played(structure, events));
const withCheck = (check: CheckRecord): Attempt => ({ ...freshAttempt, checks: { m: check } });
const open = (seed: number, ...answers: (string | undefined)[]): OpenTry => ({
  seed,
  answers: answers.map((answer) => (answer === undefined ? undefined : [answer])),
});
const merged = (one: CheckRecord, other: CheckRecord) =>
  mergeAttempts(withCheck(one), withCheck(other)).checks['m'];

describe('D13: two copies of an attempt', () => {
  test('are united so that a second time adds nothing', () => {
    fc.assert(
      fc.property(anyAttempt, anyAttempt, (one, other) => {
        const union = mergeAttempts(one, other);
        for (const side of [one, other])
          expect(diffAttempts(union, mergeAttempts(union, side))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('give what either has of lessons, decisions, endings and scores', () => {
    fc.assert(
      fc.property(anyAttempt, anyAttempt, (one, other) => {
        const union = mergeAttempts(one, other);
        for (const side of [one, other]) {
          expect(union.viewed).toEqual(expect.arrayContaining([...side.viewed]));
          for (const [id, record] of Object.entries(side.cases)) {
            const scenes = union.cases[id]?.first.map((step) => step.split('.')[0]);
            expect(scenes).toEqual(
              expect.arrayContaining(record.first.map((step) => step.split('.')[0])),
            );
            expect(union.cases[id]?.endings).toEqual(expect.arrayContaining([...record.endings]));
          }
          for (const [id, { tries }] of Object.entries(side.checks))
            expect(Math.max(0, ...(union.checks[id]?.tries ?? []))).toBeGreaterThanOrEqual(
              Math.max(0, ...tries),
            );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keep the scores of both devices, each as often as the copy that has it most', () => {
    expect(merged({ tries: [0.5, 0.7] }, { tries: [0.5, 0.9] })?.tries).toEqual([0.5, 0.7, 0.9]);
    expect(merged({ tries: [0.5] }, { tries: [0.5, 0.5] })?.tries).toEqual([0.5, 0.5]);
    const many = Array.from({ length: 8 }, () => 0.1);
    const both = merged({ tries: many }, { tries: [0.9, 0.2] });
    expect(both?.tries).toEqual([0.9, ...many.slice(1)]);
    expect(merged(both ?? { tries: [] }, { tries: [0.9, 0.2] })).toEqual(both);
  });

  test('keep the answers of one try in progress from both, and of two tries the one with more', () => {
    const one = { tries: [], open: open(7, 'a', undefined, undefined) };
    const other = { tries: [], open: open(7, 'b', 'c', undefined) };
    expect(merged(one, other)?.open).toEqual(open(7, 'a', 'c', undefined));
    const another = { tries: [], open: open(8, 'x', 'y', undefined) };
    expect(merged(one, another)?.open).toEqual(another.open);
    expect(merged(another, one)?.open).toEqual(another.open);
  });

  test('do not begin again a try that one of them has finished', () => {
    const before = { tries: [], open: open(70_007, 'a', 'b') };
    const after = { tries: [1], ended: 70_007 % 4096 };
    expect(merged(before, after)).toEqual(after);
    expect(merged(after, before)).toEqual(after);
    const final = { tries: [1], last: open(70_007, 'a', 'b') };
    expect(merged(final, before)).toEqual(final);
  });

  test('of a try that only one began, the answers count as gain', () => {
    const begun = withCheck({ tries: [], open: open(9, 'a', 'b', undefined) });
    expect(diffAttempts(freshAttempt, mergeAttempts(freshAttempt, begun))).toMatchObject({
      answers: 2,
      lessons: 0,
      tries: 0,
    });
    expect(diffAttempts(begun, begun)).toBeUndefined();
  });

  test('keep the rows of the first, whose numbers are those of its LMS', () => {
    const one = { ...freshAttempt, rows: ['a', 'b'] };
    const other = { ...freshAttempt, rows: ['b', 'c'] };
    expect(mergeAttempts(one, other).rows).toEqual(['a', 'b']);
  });
});
