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
import { trackMinutes } from '../../src/course/track.ts';
import { trackProgress, type TrackWay } from '../../src/progress/track-progress.ts';

const way: TrackWay = {
  lessons: [
    { id: 'l-one', minutes: 5 },
    { id: 'l-three', minutes: 7 },
  ],
  cases: [
    { id: 'c-one', stage: 'pre-arrest', minutes: 8 },
    { id: 'c-two', stage: 'pre-arrest', minutes: 10 },
    { id: 'c-three', stage: 'trial', minutes: 9 },
  ],
  rule: 'one-per-stage',
  questions: 12,
};
const express: TrackWay = { ...way, rule: 'one' };

const viewed = (lesson: string): LearningEvent => ({ type: 'lesson.viewed', lesson });
const finished = (id: string): LearningEvent => ({
  type: 'case.chosen',
  case: id,
  scene: 's',
  choice: 'a',
  ended: 'e',
});
const final = (score: number): LearningEvent => ({ type: 'check.finished', check: 'final', score });
const after = (...events: LearningEvent[]): Attempt => events.reduce(record, freshAttempt);
const progress = (attempt: Attempt, of = way) => trackProgress(attempt, of, 0.8);

describe('progress on a track', () => {
  test('starts with the minutes that the track promises, and its first core lesson', () => {
    for (const each of [way, express]) {
      const ids = each.lessons.map(({ id }) => id);
      const promised = { lessons: ids, cases: each.rule, questions: each.questions };
      expect(progress(freshAttempt, each)).toMatchObject({
        minutes: trackMinutes(promised, each.lessons, each.cases),
        next: 'l-one',
      });
    }
  });

  test('counts core lessons alone: further reading brings it no nearer to its end', () => {
    expect(progress(after(viewed('l-two')))).toEqual(progress(freshAttempt));
    expect(progress(after(viewed('l-one'))).lessons).toEqual({ done: 1, of: 2 });
  });

  test('takes one case of a stage for the stage, and of the express track one for all', () => {
    const one = after(finished('c-one'));
    expect(progress(one)).toMatchObject({ cases: { done: 1, of: 2 }, minutes: 12 + 9 + 12 });
    expect(progress(one, express)).toMatchObject({ cases: { done: 1, of: 1 }, minutes: 12 + 12 });
  });

  test('suggests core lessons in order, then an open stage, then the final, then nothing', () => {
    const events = [viewed('l-one'), viewed('l-three'), finished('c-two'), finished('c-three')];
    expect(events.map((_, count) => progress(after(...events.slice(0, count + 1))).next)).toEqual([
      'l-three',
      'c-one',
      'c-three',
      'final',
    ]);
    expect(progress(after(...events, final(0.79))).next).toBe('final');
    expect(progress(after(...events, final(0.8)))).toMatchObject({ passed: true, minutes: 0 });
    expect(progress(after(...events, final(0.8))).next).toBeUndefined();
  });

  test('leads in the order of the way, where there is one', () => {
    const each = { ...way, way: ['l-three', 'c-one', 'l-one'] };
    expect(progress(freshAttempt, each).next).toBe('l-three');
    expect(progress(after(viewed('l-three')), each).next).toBe('c-one');
    expect(progress(after(viewed('l-three'), finished('c-two')), each).next).toBe('l-one');
  });

  test('asks for no final in a course that has none', () => {
    expect(progress(freshAttempt, { ...way, questions: 0 })).toMatchObject({
      passed: true,
      minutes: 12 + 10 + 9,
    });
  });

  test('says that nothing is left exactly when the course is complete, whatever was done in whatever order', () => {
    const all = [
      ...['l-one', 'l-two', 'l-three'].map(viewed),
      ...['c-one', 'c-two', 'c-three'].map(finished),
      ...[0.5, 0.8, 1].map(final),
    ];
    for (const each of [way, express, { ...way, tries: 2 }, { ...express, tries: 1 }]) {
      const structure: Structure = {
        lessons: ['l-one', 'l-two', 'l-three'],
        cases: each.cases.map(({ id, stage }) => ({
          id,
          stage: stage as 'trial',
          steps: ['s.a'],
          endings: ['e'],
        })),
        checks: [],
        objectives: [],
        tracks: [{ id: 't', lessons: ['l-one', 'l-three'], cases: each.rule, questions: 12 }],
        assessment: { blueprint: [], tries: each.tries },
      };
      const rule = { lessons: 'core', cases: 'one-per-stage', checks: 'final' } as const;
      fc.assert(
        fc.property(fc.shuffledSubarray(all), (events) => {
          const attempt = after(...events);
          const { completion } = courseStatus(attempt, structure, rule, 0.8);
          expect(progress(attempt, each).next === undefined).toBe(completion === 'completed');
        }),
      );
    }
  });
});
