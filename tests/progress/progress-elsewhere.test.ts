import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, freshAttempt } from '../../src/progress/attempt.ts';
import { diffAttempts } from '../../src/progress/copied-attempts.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { importProgress } from '../../src/progress/import-progress.ts';
import { toRecord, fromRecord } from '../../src/progress/local-record.ts';
import { progressFile, readProgressFile } from '../../src/progress/progress-file.ts';
import { carriedBy, progressLink, readLink } from '../../src/progress/progress-link.ts';
import { widestAttempt } from '../../src/progress/widest.ts';
import {
  anyEvents,
  large,
  played,
  small,
  syntheticStructure,
} from '../fixtures/synthetic-course.ts';

const structure = syntheticStructure(small);
const anyAttempt = anyEvents(structure).map((events) => played(structure, events));
const course = { id: 'alternatives', version: '1.2.3' };
const some = played(structure, [
  { type: 'lesson.viewed', lesson: structure.lessons[0] ?? '' },
  { type: 'check.finished', check: 'module-0', score: 2 / 3 },
]);
const file = progressFile(course, some, '2026-11-24');
const problemOf = (text: string, id = course.id) => {
  const read = readProgressFile(text, id);
  return 'problem' in read ? read.problem : undefined;
};

describe('progress as a file', () => {
  test('comes back as it was, whatever was done, with version and date', () => {
    fc.assert(
      fc.property(anyAttempt, (attempt) => {
        expect(readProgressFile(progressFile(course, attempt, '2026-11-24'), course.id)).toEqual({
          attempt: fromRecord(toRecord(attempt)),
          version: '1.2.3',
          date: '2026-11-24',
        });
      }),
    );
  });

  test('of a package of one module is progress in its course, and the other way round', () => {
    expect(problemOf(file, 'alternatives.trial')).toBeUndefined();
    const ofModule = progressFile({ ...course, id: 'alternatives.trial' }, some, '2026-11-24');
    expect(problemOf(ofModule)).toBeUndefined();
  });

  test('is refused with the reason: not ours, another course, a newer form', () => {
    for (const text of ['', 'a letter', '{}', '[1]', 'null', '7', '{"format":"something"}'])
      expect(problemOf(text), text).toBe('foreign');
    expect(problemOf(file, 'another')).toBe('other-course');
    expect(problemOf(file.replace('"form": 2', '"form": 3'))).toBe('newer');
  });

  test('is refused as damaged wherever it was cut', () => {
    const start = file.indexOf('course-progress"') + 'course-progress"'.length;
    for (let length = start; length < file.trimEnd().length; length++)
      expect(problemOf(file.slice(0, length))).toBe('damaged');
  });

  test('is refused as damaged when a score or a lesson was changed in it', () => {
    expect(problemOf(file.replace(/0\.66+\d/, '1'))).toBe('damaged');
    expect(problemOf(file.replace('lesson-on-something-0', 'lesson-on-something-1'))).toBe(
      'damaged',
    );
    expect(problemOf(file.replace(/"attempt": .*$/s, '"attempt": null}'))).toBe('damaged');
  });
});

describe('progress as a link', () => {
  const page = 'https://example.org/course/en/record.html';
  const carried = (attempt: Attempt, of = structure) =>
    carriedBy(progressLink(`${page}#afresh`, attempt, of)) ?? '';

  test('carries all that counts, and nothing that a server would see', () => {
    fc.assert(
      fc.property(anyAttempt, (attempt) => {
        const link = progressLink(page, attempt, structure);
        expect(new URL(link).origin + new URL(link).pathname).toBe(page);
        const read = readLink(carried(attempt), structure, {});
        if ('problem' in read) throw new Error(read.problem);
        expect(diffAttempts(read.attempt, attempt)).toBeUndefined();
        expect(diffAttempts(attempt, read.attempt)).toBeUndefined();
      }),
    );
  });

  test('of the widest attempt in a large course fits a QR code (2,953 characters)', () => {
    const widest = syntheticStructure(large);
    expect(progressLink(page, widestAttempt(widest), widest).length).toBeLessThan(2953);
  });

  test('is refused with the reason: not ours, newer, cut, changed, another version', () => {
    const text = carried(some);
    const problem = (changed: string) => {
      const read = readLink(changed, structure, {});
      return 'problem' in read ? read.problem : undefined;
    };
    expect(problem(text)).toBeUndefined();
    expect(problem('')).toBe('foreign');
    expect(problem('hello')).toBe('foreign');
    expect(problem(`3${text.slice(1)}`)).toBe('newer');
    for (let length = 20; length < text.length; length++)
      expect(problem(text.slice(0, length))).toBe('damaged');
    const last = text.at(-1) === 'A' ? 'B' : 'A';
    expect(problem(text.slice(0, -1) + last)).toBe('damaged');
    expect(problem(carried(some, syntheticStructure(large)))).toBe('version');
  });

  test('of an earlier version that is known is read by its structure (P03)', () => {
    const earlier = { ...structure, lessons: structure.lessons.toReversed() };
    const read = readLink(carried(some, earlier), structure, { [fingerprint(earlier)]: earlier });
    expect('attempt' in read && read.attempt.viewed).toEqual(some.viewed);
  });
});

describe('bringing progress', () => {
  const bring = (here: Attempt, brought: Attempt) => importProgress(here, brought, 'all');

  test('counts what is new, once', () => {
    const { attempt, gain } = bring(freshAttempt, some);
    expect(gain).toMatchObject({ lessons: 1, cases: 0, decisions: 0, tries: 1 });
    expect(bring(attempt, some)).toEqual({ attempt, gain: undefined });
  });

  test('loses nothing that was done on either side', () => {
    fc.assert(
      fc.property(anyAttempt, anyAttempt, (here, brought) => {
        const { attempt } = bring(here, brought);
        for (const side of [here, brought]) {
          expect(attempt.viewed).toEqual(expect.arrayContaining([...side.viewed]));
          for (const [id, { finished, endings }] of Object.entries(side.cases)) {
            expect(attempt.cases[id]?.finished || !finished).toBe(true);
            expect(attempt.cases[id]?.endings).toEqual(expect.arrayContaining([...endings]));
          }
          for (const [id, { tries }] of Object.entries(side.checks))
            expect(Math.max(0, ...(attempt.checks[id]?.tries ?? []))).toBeGreaterThanOrEqual(
              Math.max(0, ...tries),
            );
        }
        expect(attempt.rows).toEqual(here.rows);
      }),
    );
  });

  test('keeps the tries in progress of different checks', () => {
    const open = { seed: 1, answers: [undefined] };
    const here = { ...freshAttempt, checks: { one: { tries: [], open } } };
    const brought = { ...freshAttempt, checks: { other: { tries: [0.5], open } } };
    expect(bring(here, brought).attempt.checks).toEqual({
      one: { tries: [], open },
      other: { tries: [0.5], open },
    });
  });
});

describe('D14: bringing progress into an LMS', () => {
  const everything = widestAttempt(structure);
  const isComplete = (attempt: Attempt) =>
    structure.lessons.every((id) => attempt.viewed.includes(id)) &&
    structure.cases.every(({ id }) => attempt.cases[id]?.finished);

  test('brings lessons and decisions, and neither tries nor rows nor time', () => {
    const { attempt, gain } = importProgress(freshAttempt, everything, 'practice');
    expect(attempt).toMatchObject({ checks: {}, rows: [], seconds: 0, location: '' });
    expect(attempt.viewed).toEqual(structure.lessons);
    expect(attempt.cases).toEqual(everything.cases);
    expect(gain).toMatchObject({ lessons: 3, cases: 2, answers: 0, tries: 0 });
  });

  test('takes no case of which only is said that it was finished', () => {
    const cases = { case: { first: [], run: [], finished: true, endings: [] } };
    const { attempt } = importProgress(freshAttempt, { ...freshAttempt, cases }, 'practice');
    expect(attempt.cases).toEqual({});
  });

  test('never completes the course by itself: one page is left to be done there', () => {
    const { attempt, held } = importProgress(freshAttempt, everything, 'practice', isComplete);
    expect(isComplete(attempt)).toBe(false);
    expect(held).toBe(structure.lessons.at(-1));
    expect(attempt.viewed).toEqual(structure.lessons.slice(0, -1));
    const here = { ...freshAttempt, viewed: structure.lessons };
    const other = importProgress(here, everything, 'practice', isComplete);
    expect(isComplete(other.attempt)).toBe(false);
    expect(other.held).toBe(structure.cases.at(-1)?.id);
  });

  test('changes nothing where the administrator switched it off', () => {
    expect(importProgress(some, everything, 'none')).toEqual({ attempt: some, gain: undefined });
  });
});
