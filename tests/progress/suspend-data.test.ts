import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import {
  type Attempt,
  freshAttempt,
  type LearningEvent,
  record,
} from '../../src/progress/attempt.ts';
import { askedIn, checkIds } from '../../src/course/assessment.ts';
import { drawQuestions } from '../../src/questions/draw.ts';
import { widestAnswer } from '../../src/progress/slices/copies/widest-checks.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import type { Structure } from '../../src/course/structure.ts';
import { rowLimit } from '../../src/progress/log.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { longestSuspendData, widestAttempt } from '../../src/progress/widest.ts';
import {
  anyEvents,
  large,
  played,
  small,
  syntheticStructure,
} from '../fixtures/synthetic-course.ts';

const course = syntheticStructure(small);
const codec = attemptCodec(course);

/** The attempt with its sets in the order of the structure, as the codec gives it back. */
function inOrder(attempt: Attempt, { lessons, cases }: Structure): Attempt {
  return {
    ...attempt,
    location: '',
    viewed: lessons.filter((id) => attempt.viewed.includes(id)),
    cases: Object.fromEntries(
      Object.entries(attempt.cases).map(([id, found]) => [
        id,
        {
          ...found,
          endings: (cases.find((shape) => shape.id === id)?.endings ?? []).filter((ending) =>
            found.endings.includes(ending),
          ),
        },
      ]),
    ),
  };
}

describe('D13: an attempt as suspend data', () => {
  test('comes back as it was, whatever was done and in whatever order', () => {
    fc.assert(
      fc.property(anyEvents(course), (events) => {
        const attempt = played(course, events);
        const read = codec.decode(codec.encode(attempt));
        expect(read).toEqual({ attempt: inOrder(attempt, course), unread: [], lost: [] });
      }),
    );
  });

  test('comes back as it was in a course of twelve modules', () => {
    const structure = syntheticStructure(large);
    const { encode, decode } = attemptCodec(structure);
    fc.assert(
      fc.property(anyEvents(structure), (events) => {
        const attempt = played(structure, events);
        expect(decode(encode(attempt)).attempt).toEqual(inOrder(attempt, structure));
      }),
      { numRuns: 30 },
    );
  });

  test('P05: uses letters, digits and . _ - only, which XML, HTML and Latin-1 leave alone', () => {
    fc.assert(
      fc.property(anyEvents(course), (events) => {
        const text = codec.encode(played(course, events));
        expect(text).toMatch(/^[A-Za-z0-9._-]+$/);
        const escaped = text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
        expect(escaped).toBe(text);
        expect(Buffer.from(text, 'latin1').toString('latin1')).toBe(text);
        expect(encodeURIComponent(text)).toBe(text);
      }),
    );
  });

  test('P01, P02: holds the whole course, everything done at its widest, in 1,000 characters', () => {
    const { structure } = loadCourse('en');
    const attempt = widestAttempt(structure);
    expect(attempt.viewed).toHaveLength(structure.lessons.length);
    expect(Object.values(attempt.cases).every(({ finished }) => finished)).toBe(true);
    expect(attempt.rows).toHaveLength(rowLimit(structure));
    expect(attempt.checks['final']?.last?.answers).toHaveLength(24);
    const text = attemptCodec(structure).encode(attempt);
    expect(text.length).toBeLessThanOrEqual(longestSuspendData);
    const read = attemptCodec(structure).decode(text);
    expect(read.problem).toBeUndefined();
    expect(read.attempt.checks['final']?.last).toEqual(attempt.checks['final']?.last);
    expect(attemptCodec(structure).encode(read.attempt)).toBe(text);
  });

  test('keeps a try of every check apart: 23 answers of the final, and every other check begun', () => {
    const { structure } = loadCourse('en');
    const widest = widestAttempt(structure);
    const events = checkIds(structure).flatMap((check, index): LearningEvent[] => {
      const asked = askedIn(structure, check, index, 24);
      return [
        { type: 'check.started', check, seed: index, draw: asked.length },
        ...asked.slice(0, 23).map((question, item): LearningEvent => ({
          type: 'check.answered',
          check,
          item,
          response: widestAnswer(question),
        })),
      ];
    });
    const attempt = events.reduce(record, widest);
    const answers = attempt.checks['final']?.open?.answers ?? [];
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(23);
    const { encode, decode } = attemptCodec(structure);
    const text = encode(attempt);
    expect(decode(text)).toMatchObject({ attempt: { checks: attempt.checks }, unread: [] });
    // A course may grow until two checks at once fit in 1,000; all of them at once are never near 4,096.
    expect(text.length).toBeLessThanOrEqual(1200);
  });

  test('keeps responses of every kind of question', () => {
    const structure: Structure = {
      lessons: [],
      cases: [],
      objectives: ['o'],
      checks: [
        {
          id: 'm',
          draw: 6,
          questions: [
            { id: 'q-single', objective: 'o', kind: 'single', options: ['a', 'b'] },
            { id: 'q-several', objective: 'o', kind: 'several', options: Array.from('abcdefgh') },
            { id: 'q-matching', objective: 'o', kind: 'matching', options: ['i', 'j', 's', 't'] },
            { id: 'q-ordering', objective: 'o', kind: 'ordering', options: ['x', 'y', 'z'] },
            { id: 'q-numeric', objective: 'o', kind: 'numeric', options: [] },
            { id: 'q-continuum', objective: 'o', kind: 'continuum', options: ['u', 'v'] },
          ],
        },
      ],
    };
    const responses: Record<string, string[]> = {
      'q-single': ['b'],
      'q-several': ['a', 'h'],
      'q-matching': ['t', 't'],
      'q-ordering': ['z', 'x', 'y'],
      'q-numeric': ['-12.5e+3'],
      'q-continuum': ['trial', 'pre-arrest'],
    };
    const drawn = drawQuestions(structure.checks[0]?.questions ?? [], 6, 5);
    const attempt = played(structure, [
      { type: 'check.started', check: 'm', seed: 5, draw: 6 },
      ...drawn.map((id, item): LearningEvent => ({
        type: 'check.answered',
        check: 'm',
        item,
        response: responses[id] ?? [],
      })),
    ]);
    const { encode, decode } = attemptCodec(structure);
    expect(decode(encode(attempt)).attempt.checks).toEqual(attempt.checks);
  });

  test('P21: keeps the best of more tries than it has room for', () => {
    const scores = [1, 0.25, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.75];
    const attempt = scores.reduce<Attempt>(
      (before, score) => record(before, { type: 'check.finished', check: 'module-0', score }),
      freshAttempt,
    );
    const read = codec.decode(codec.encode(attempt)).attempt.checks['module-0']?.tries;
    expect(read).toEqual([1, 0, 0, 0, 0, 0, 0, 0.75]);
  });

  test('keeps scores that are no share of a small number, never higher than they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (tries) => {
          const attempt = { ...freshAttempt, checks: { 'module-0': { tries } } };
          const read = codec.decode(codec.encode(attempt)).attempt.checks['module-0']?.tries ?? [];
          tries.forEach((score, index) => {
            expect(read[index]).toBeLessThanOrEqual(score + 1e-6);
            expect(read[index]).toBeGreaterThan(score - 1 / 60);
          });
        },
      ),
    );
  });
});

describe('P03: an update of the course', () => {
  const [caseOne, caseTwo] = course.cases;
  const [check] = course.checks;
  const before = played(course, [
    ...course.lessons.map((lesson): LearningEvent => ({ type: 'lesson.viewed', lesson })),
    { type: 'case.chosen', case: 'case-of-somebody-0', scene: 'scene-0', choice: 'choice-0' },
    { type: 'case.chosen', case: 'case-of-somebody-0', scene: 'scene-1', choice: 'choice-1' },
    { type: 'case.chosen', case: 'case-of-somebody-1', scene: 'scene-0', choice: 'choice-0' },
    { type: 'check.finished', check: 'module-0', score: 1 },
    { type: 'check.started', check: 'module-0', seed: 3, draw: 3 },
    { type: 'check.answered', check: 'module-0', item: 0, response: ['option-1'] },
  ]);
  const stored = codec.encode(before);
  const after = (change: Partial<Structure>) => {
    const next = attemptCodec({ ...course, ...change }, { [fingerprint(course)]: course });
    return { ...next.decode(stored), next };
  };

  test('keeps everything when pages were added and reordered', () => {
    const { attempt, lost } = after({
      lessons: ['lesson-new', ...course.lessons.toReversed()],
      cases: course.cases.toReversed(),
    });
    expect(new Set(attempt.viewed)).toEqual(new Set(course.lessons));
    expect(attempt.cases).toEqual(before.cases);
    expect(attempt.checks).toEqual(before.checks);
    expect(attempt.rows).toEqual(before.rows);
    expect(lost).toEqual([]);
  });

  test('drops what was removed, alone, and says so', () => {
    const { attempt, lost } = after({
      lessons: course.lessons.slice(1),
      cases: [caseTwo as never],
    });
    expect(attempt.viewed).toEqual(course.lessons.slice(1));
    expect(Object.keys(attempt.cases)).toEqual(['case-of-somebody-1']);
    expect(lost).toEqual([
      { part: 'lesson', id: 'lesson-on-something-0', why: 'removed' },
      { part: 'case', id: 'case-of-somebody-0', why: 'removed' },
    ]);
  });

  test('P04: keeps a case up to the first choice that is gone', () => {
    const steps = caseOne?.steps.filter((step) => step !== 'scene-1.choice-1') ?? [];
    const { attempt, lost } = after({
      cases: [{ ...(caseOne as never as object), steps } as never],
    });
    expect(attempt.cases['case-of-somebody-0']?.run).toEqual(['scene-0.choice-0']);
    expect(lost).toContainEqual({ part: 'case', id: 'case-of-somebody-0', why: 'changed' });
  });

  test('keeps the scores of a check whose questions changed, and lets its open try go', () => {
    const questions = check?.questions.toReversed() ?? [];
    const { attempt, lost } = after({ checks: [{ id: 'module-0', draw: 2, questions }] });
    expect(attempt.checks['module-0']).toEqual({ tries: [1] });
    expect(lost).toEqual([{ part: 'check', id: 'module-0', why: 'changed' }]);
  });

  test('P23: keeps the number of a row in the LMS whose item is gone', () => {
    const { attempt, next } = after({ cases: [caseTwo as never] });
    expect(attempt.rows).toEqual(
      before.rows.map((row) => (row.startsWith('case-of-somebody-0') ? '~' : row)),
    );
    expect(next.decode(next.encode(attempt)).attempt.rows).toEqual(attempt.rows);
  });
});
