import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportingGuide } from '../../scorm/package/reporting-guide.ts';
import { loadCourse } from '../../src/content/load.ts';
import { namesIn } from '../../src/evaluation/evaluation.ts';
import { standardOf } from '../fixtures/standard.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { type Chosen, fillIn, longestFillIn } from '../../src/progress/interaction.ts';
import { heaviestExit, rowLimit } from '../../src/progress/log.ts';
import { longestSuspendData, widestAttempt } from '../../src/progress/widest.ts';
import { doEverything } from '../../src/progress/everything-done.ts';
import { formEncoded } from './fake-lms/form-encoded.ts';
import { course, decide, LmsHarness, passCheck } from './lms-harness.ts';

const whole = loadCourse('en');
const { evaluation } = whole;
if (evaluation === undefined) throw new Error('the course has no evaluation');
const names = namesIn(evaluation.sheet);
const asked = {
  ...course,
  structure: { ...course.structure, evaluation: names },
};

const answers = (words: string): Chosen[] => [
  { id: 'evaluation.useful', kind: 'likert', response: ['4'], positions: [3] },
  { id: 'evaluation.length', kind: 'choice', response: ['about-right'], positions: [1] },
  { id: 'evaluation.commitment', kind: 'fill-in', response: [fillIn(words)], positions: [] },
];

describe.for(['scorm12', 'scorm2004'] as const)('in %s the evaluation', (standard) => {
  const response = standard === 'scorm12' ? 'student_response' : 'learner_response';

  test('P23: is told as likert, choice and fill-in without an error, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (words) => {
        const harness = new LmsHarness(standard, { moodle: true });
        const session = harness.open(asked);
        session.evaluate?.(answers(words));
        harness.flushDeferred();
        expect(session.saveStatus).toBe('kept');
        expect(harness.lms.refused).toEqual([]);
        const value = (row: number, name: string) =>
          harness.lms.kept.get(`cmi.interactions.${row}.${name}`);
        expect([0, 1, 2].map((row) => value(row, 'type'))).toEqual(['likert', 'choice', 'fill-in']);
        expect([0, 1, 2].map((row) => value(row, 'result'))).toEqual(Array(3).fill('neutral'));
        expect(value(0, response)).toBe('4');
        expect(value(1, response)).toBe(standard === 'scorm12' ? 'b' : 'about_right');
        expect(value(2, response)?.length).toBeLessThanOrEqual(longestFillIn + 40);
        for (const row of [0, 1, 2]) expect(value(row, 'id')).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 60 },
    );
  });

  test.for(['{lang=fr}oui', '{case_matters=true}x', 'one[,]two', 'line\nline', '𝄞'.repeat(150)])(
    'P23: tells words that look like marks of the standard as words: %s',
    (words) => {
      const harness = new LmsHarness(standard, { moodle: true });
      harness.open(asked).evaluate?.(answers(words));
      harness.flushDeferred();
      expect(harness.lms.refused).toEqual([]);
      const told = harness.lms.kept.get(`cmi.interactions.2.${response}`) ?? '';
      expect(told.isWellFormed()).toBe(true);
      if (standard === 'scorm2004') {
        expect(told).not.toMatch(/^\{/);
        expect(told).not.toContain('[,]');
      }
    },
  );

  test('P24: keeps its rows in the next session, and what is sent again takes the place of the old', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const first = harness.open(asked);
    decide(first, asked.structure.cases[0]?.id ?? '', asked.structure.cases[0]?.steps[0] ?? '');
    first.evaluate?.(answers('First.'));
    harness.flushDeferred();
    void first.close();
    const second = harness.open(asked);
    passCheck(second, 3);
    second.evaluate?.(answers('Then another.'));
    harness.flushDeferred();
    expect(harness.lms.refused).toEqual([]);
    const told = [...harness.lms.kept].filter(([, value]) => value === 'evaluation.commitment');
    expect(told).toEqual([['cmi.interactions.3.id', 'evaluation.commitment']]);
    expect(harness.lms.kept.get(`cmi.interactions.3.${response}`)).toBe('Then another.');
  });

  test('is not offered where the author did not switch it on, and in review', () => {
    expect('evaluate' in new LmsHarness(standard).open()).toBe(false);
    const looking = new LmsHarness(standard);
    looking.lms.setting = { mode: 'review' };
    expect('evaluate' in looking.open(asked)).toBe(false);
  });

  test('is told nothing that the sheet does not ask', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open(asked);
    session.evaluate?.([
      { id: 'evaluation.applied', kind: 'choice', response: ['done'], positions: [0] },
    ]);
    harness.flushDeferred();
    expect(session.attempt.rows).toEqual([]);
  });

  test('P01: fits next to a full log of results, without displacing any', () => {
    const tracked = {
      id: whole.id,
      structure: { ...whole.structure, evaluation: names },
      masteryScore: whole.masteryScore,
      rule: whole.completion,
      earlier: {},
    };
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open(tracked);
    session.evaluate?.(answers('Before the rest.'));
    doEverything(session, tracked);
    harness.flushDeferred();
    expect(session.saveStatus).toBe('kept');
    expect(harness.lms.refused).toEqual([]);
    const results = session.attempt.rows.filter((row) => !row.startsWith('evaluation.'));
    expect(results).toHaveLength(rowLimit(tracked.structure));
    expect(session.attempt.rows).toHaveLength(results.length + names.length);
    expect(formEncoded(harness.lms.kept).length).toBeLessThanOrEqual(heaviestExit);
  });

  test('P20: is on the key page only where it is sent, with every id and token', () => {
    const options = { masteryInManifest: false, pageOf: () => undefined };
    expect(reportingGuide(whole, standardOf(standard), options)).not.toContain('evaluation.useful');
    const page = reportingGuide(
      { ...whole, evaluation: { ...evaluation, report: true } },
      standardOf(standard),
      options,
    );
    for (const name of names) expect(page).toContain(`<code>evaluation.${name}</code>`);
    expect(page).not.toContain('evaluation.applied');
  });
});

test('P01, P02: the whole course with its evaluation fits 1,000 characters, and is read back', () => {
  const structure = { ...whole.structure, evaluation: names };
  const attempt = widestAttempt(structure);
  const codec = attemptCodec(structure);
  const text = codec.encode(attempt);
  expect(text.length).toBeLessThanOrEqual(longestSuspendData);
  expect(codec.decode(text).attempt.rows).toEqual(attempt.rows);
});

test('P03: progress of a release without the evaluation is read by one with it, and the reverse', () => {
  const structure = { ...whole.structure, evaluation: names };
  const { fingerprint } = whole;
  const [earlier] = [attemptCodec(whole.structure).encode(widestAttempt(whole.structure))];
  // The evaluation is a switch: it may be turned on without a release that anybody kept.
  for (const kept of [{ [fingerprint]: whole.structure }, {}]) {
    const read = attemptCodec(structure, kept).decode(earlier);
    expect(read.problem).toBeUndefined();
    expect(read.attempt.rows).toHaveLength(rowLimit(whole.structure));
    expect(read.lost).toEqual([]);
  }
});
