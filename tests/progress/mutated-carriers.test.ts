import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import type { Attempt } from '../../src/progress/attempt.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { progressFile, readProgressFile } from '../../src/progress/progress-file.ts';
import { carriedBy, progressLink, readLink } from '../../src/progress/progress-link.ts';
import { readShortCode, shortCode } from '../../src/progress/short-code.ts';
import { anyEvents, played, small, syntheticStructure } from '../fixtures/synthetic-course.ts';
import { anyMutation, type Mutation } from './mutations.ts';

/** Mutated texts of each kind; the campaign tries a hundred thousand (docs/testing.md). */
const mutationsInAll = process.env['CAMPAIGN'] ? 100_000 : 3000;
const perAttempt = 50;

const { codeWords: words } = loadCourse('en');
const structure = syntheticStructure(small);
const course = { id: 'alternatives', version: '1.2.3' };
const anyAttempt = anyEvents(structure).map((events) => played(structure, events));

/** Words of a code replaced, swapped, dropped or said twice: slips of whoever copies it by hand. */
const anySlip: fc.Arbitrary<(code: readonly string[]) => readonly string[]> = fc
  .record({
    kind: fc.constantFrom('replace', 'swap', 'drop', 'twice', 'two'),
    at: fc.nat(100),
    to: fc.nat(100),
    word: fc.constantFrom(...words),
  })
  .map(({ kind, at, to, word }) => (code: readonly string[]) => {
    const place = at % code.length;
    const other = to % code.length;
    switch (kind) {
      case 'replace':
        return code.with(place, word);
      case 'two':
        return code.with(place, word).with(other, word);
      case 'drop':
        return code.toSpliced(place, 1);
      case 'twice':
        return code.toSpliced(place, 0, code[place] ?? '');
      default:
        return code.with(place, code[other] ?? '').with(other, code[place] ?? '');
    }
  });

/** Number of changed texts that were accepted although they do not say what was done. */
function taken<Change>(
  any: fc.Arbitrary<Change>,
  carry: (attempt: Attempt) => (change: Change) => Attempt | undefined,
): number {
  let wrong = 0;
  fc.assert(
    fc.property(
      anyAttempt,
      fc.array(any, { minLength: perAttempt, maxLength: perAttempt }),
      (attempt, changes) => {
        const read = carry(attempt);
        for (const change of changes) if (read(change)) wrong++;
      },
    ),
    { numRuns: mutationsInAll / perAttempt, endOnFailure: true },
  );
  return wrong;
}

const attemptOf = (read: { readonly attempt: Attempt } | { readonly problem: unknown }) =>
  'attempt' in read ? read.attempt : undefined;
/** The attempt that was read, if it differs from that of the whole text. */
const other = (read: Attempt | undefined, whole: Attempt | undefined) =>
  read === undefined || JSON.stringify(read) === JSON.stringify(whole) ? undefined : read;

describe('D14: a text that carries progress and was changed on the way', () => {
  test('as a link, is never taken, and never throws', { timeout: 0 }, () => {
    const wrong = taken<Mutation>(anyMutation, (attempt) => {
      const carried = carriedBy(progressLink('https://example.org/', attempt, structure)) ?? '';
      const read = (text: string) => attemptOf(readLink(text, structure, {}));
      const whole = read(carried);
      return (mutate) => other(read(mutate(carried)), whole);
    });
    expect(wrong).toBe(0);
  });

  test('as a code, is never taken, and never throws', { timeout: 0 }, () => {
    const wrong = taken(anySlip, (attempt) => {
      const code = shortCode(attempt, structure, words);
      const read = (said: readonly string[]) =>
        attemptOf(readShortCode(said.join(' '), structure, words));
      const whole = read(code);
      return (slip) => other(read(slip(code)), whole);
    });
    expect(wrong).toBe(0);
  });

  test('as a file, is never taken, and never throws', { timeout: 0 }, () => {
    const wrong = taken<Mutation>(anyMutation, (attempt) => {
      const file = progressFile(course, attempt, '2026-11-24');
      const whole = fromRecord(toRecord(attempt));
      return (mutate) => other(attemptOf(readProgressFile(mutate(file), course.id)), whole);
    });
    expect(wrong).toBe(0);
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        attemptOf(readLink(text, structure, {}));
        attemptOf(readShortCode(text, structure, words));
        attemptOf(readProgressFile(text, course.id));
      }),
      { numRuns: 500 },
    );
  });
});
