import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  freshAttempt,
  type LearningEvent,
  record,
} from '../../src/progress/attempt.ts';
import { courseStatus } from '../../src/course/completion.ts';
import type { Structure } from '../../src/course/structure.ts';
import { anyEvents, small, syntheticStructure } from '../fixtures/synthetic-course.ts';

const structure: Structure = {
  lessons: ['l-one', 'l-two'],
  cases: [
    { id: 'c-one', stage: 'pre-arrest', steps: ['s.a'], endings: ['e'] },
    { id: 'c-two', stage: 'pre-arrest', steps: ['s.a'], endings: ['e'] },
    { id: 'c-three', stage: 'trial', steps: ['s.a'], endings: ['e'] },
    { id: 'c-system', steps: ['s.a'], endings: ['e'] },
  ],
  checks: [
    { id: 'm-one', draw: 4, questions: [] },
    { id: 'm-two', draw: 4, questions: [] },
  ],
  objectives: [],
};

const after = (...events: LearningEvent[]): Attempt => events.reduce(record, freshAttempt);
const viewed = structure.lessons.map((lesson): LearningEvent => ({
  type: 'lesson.viewed',
  lesson,
}));
const finished = (id: string): LearningEvent => ({
  type: 'case.chosen',
  case: id,
  scene: 's',
  choice: 'a',
  ended: 'e',
});
const tried = (check: string, score: number): LearningEvent => ({
  type: 'check.finished',
  check,
  score,
});

const status = (attempt: Attempt, cases: 'all' | 'one-per-stage' = 'all') =>
  courseStatus(attempt, structure, { lessons: 'all', cases, checks: 'passed' }, 0.8);

describe('the status of a learner in the course', () => {
  test('starts incomplete and unknown, with no score', () => {
    expect(status(freshAttempt)).toEqual({ completion: 'incomplete', success: 'unknown' });
  });

  test('scores the mean of the best try of every check, untried ones counting nothing', () => {
    expect(status(after(tried('m-one', 0.5), tried('m-one', 1), tried('m-one', 0.25)))).toEqual({
      completion: 'incomplete',
      success: 'unknown',
      score: 0.5,
    });
  });

  test('is passed when the best try of every check reaches the mastery score', () => {
    const almost = after(tried('m-one', 1), tried('m-two', 0.79));
    expect(status(almost).success).toBe('unknown');
    expect(status(record(almost, tried('m-two', 0.8))).success).toBe('passed');
  });

  test('P21: is never failed, because another try is always left', () => {
    expect(status(after(tried('m-one', 0), tried('m-two', 0)))).toEqual({
      completion: 'incomplete',
      success: 'unknown',
      score: 0,
    });
  });

  test('is completed by all lessons, all cases and all checks, and by nothing less', () => {
    const parts = [
      ...viewed,
      ...structure.cases.map(({ id }) => finished(id)),
      tried('m-one', 0.8),
      tried('m-two', 1),
    ];
    expect(status(after(...parts)).completion).toBe('completed');
    for (const missing of parts)
      expect(status(after(...parts.filter((part) => part !== missing))).completion).toBe(
        'incomplete',
      );
  });

  test('is completed by one case of each stage, where that is the rule', () => {
    const rest = [...viewed, tried('m-one', 1), tried('m-two', 1)];
    const both = after(...rest, finished('c-two'), finished('c-three'));
    expect(status(both, 'one-per-stage').completion).toBe('completed');
    expect(status(both, 'all').completion).toBe('incomplete');
    const one = after(...rest, finished('c-one'), finished('c-two'));
    expect(status(one, 'one-per-stage').completion).toBe('incomplete');
  });

  test('P13: never falls, whatever happens and in whatever order', () => {
    const course = syntheticStructure(small);
    const rank = { incomplete: 0, completed: 1, unknown: 0, failed: 0, passed: 1 };
    const rule = { lessons: 'all', cases: 'one-per-stage', checks: 'passed' } as const;
    fc.assert(
      fc.property(anyEvents(course), (events) => {
        let attempt = freshAttempt;
        let before = courseStatus(attempt, course, rule, 0.5);
        for (const event of events) {
          attempt = record(attempt, event);
          const now = courseStatus(attempt, course, rule, 0.5);
          expect(rank[now.completion]).toBeGreaterThanOrEqual(rank[before.completion]);
          expect(rank[now.success]).toBeGreaterThanOrEqual(rank[before.success]);
          expect(now.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
          before = now;
        }
      }),
    );
  });
});

describe('the status of a learner on a track', () => {
  const withTracks: Structure = {
    ...structure,
    tracks: [
      { id: 'everyone', lessons: structure.lessons, cases: 'one-per-stage', questions: 4 },
      { id: 'express', lessons: ['l-two'], cases: 'one', questions: 2 },
    ],
    assessment: { blueprint: [1, 1] },
  };
  const rule = { lessons: 'core', cases: 'one-per-stage', checks: 'final' } as const;
  const onTrack = (attempt: Attempt, track?: string, shape = withTracks) =>
    courseStatus(attempt, shape, { ...rule, track }, 0.8);
  const little = [viewed[1], finished('c-three'), tried('final', 0.9)].filter(
    (e) => e !== undefined,
  );

  test('is complete with the core lessons, one case and the final of the express track', () => {
    const attempt = after({ type: 'track.chosen', track: 'express' }, ...little);
    expect(onTrack(attempt)).toEqual({ completion: 'completed', success: 'passed', score: 0.9 });
  });

  test('is that of the first track until one is chosen', () => {
    expect(onTrack(after(...little)).completion).toBe('incomplete');
    expect(onTrack(after(...little, ...viewed, finished('c-one'))).completion).toBe('completed');
  });

  test('rests on the track that an administrator fixed, whatever the learner chose', () => {
    const attempt = after({ type: 'track.chosen', track: 'express' }, ...little);
    expect(onTrack(attempt, 'everyone').completion).toBe('incomplete');
  });

  test('requires every lesson and case if an administrator wants everything, even on a short track', () => {
    const wanted = { ...rule, lessons: 'all', cases: 'all' } as const;
    const all = structure.cases.flatMap(({ id }) => finished(id));
    const track = { type: 'track.chosen', track: 'express' } as const;
    const status = (attempt: Attempt) => courseStatus(attempt, withTracks, wanted, 0.8).completion;
    expect(status(after(track, ...little))).toBe('incomplete');
    expect(status(after(track, ...little, ...viewed))).toBe('incomplete');
    expect(status(after(track, ...little, ...viewed, ...all))).toBe('completed');
  });

  test('requires only the final if an administrator wants no more', () => {
    const wanted = { ...rule, lessons: 'none', cases: 'none' } as const;
    const status = (score: number) =>
      courseStatus(after(tried('final', score)), withTracks, wanted, 0.8).completion;
    expect(status(0.7)).toBe('incomplete');
    expect(status(0.8)).toBe('completed');
  });

  test('asks no module check, and no pre-test', () => {
    const attempt = after(...viewed, finished('c-one'), finished('c-three'), tried('pre-test', 1));
    expect(onTrack(attempt)).toEqual({ completion: 'incomplete', success: 'unknown' });
  });

  test('P21: a failed final stays undecided while tries are left, and fails with the last', () => {
    const limited = { ...withTracks, assessment: { blueprint: [1, 1], tries: 2 } };
    const done = [...viewed, finished('c-one'), finished('c-three')];
    const once = onTrack(after(...done, tried('final', 0.5)), undefined, limited);
    expect(once).toEqual({ completion: 'incomplete', success: 'unknown', score: 0.5 });
    const twice = onTrack(
      after(...done, tried('final', 0.5), tried('final', 0.6)),
      undefined,
      limited,
    );
    expect(twice).toEqual({ completion: 'completed', success: 'failed', score: 0.6 });
  });
});
