import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/authoring/load-course.ts';
import { drawQuestions } from '../../src/course/draw.ts';
import type { TrackedCourse } from '../../src/tracking/session.ts';
import { formEncoded } from './fake-lms/fake-lms.ts';
import { Desk } from './tracker-session-parts.ts';

/** Moodle's beacon at exit carries 64 KiB; a quarter is left to Moodle itself. */
const limit = 48 * 1024;

/**
 * Everything that can be reported of a course, at its widest: every scene decided, every question of
 * every bank answered with all its options, every objective, and the suspend data of all that.
 */
function everythingReported(desk: Desk, course: TrackedCourse): void {
  const session = desk.open(course);
  const { lessons, cases, checks } = course.structure;
  for (const lesson of lessons) session.record({ type: 'lesson.viewed', lesson });
  for (const { id, steps, endings } of cases) {
    const scenes = new Map(steps.map((step) => step.split('.') as [string, string]));
    for (const [scene, choice] of scenes)
      session.record(
        { type: 'case.chosen', case: id, scene, choice },
        { result: 'incorrect', latency: 3599.99 },
      );
    const [scene = '', choice = ''] = steps[0]?.split('.') ?? [];
    for (const ended of endings)
      session.record({ type: 'case.chosen', case: id, scene, choice, ended });
  }
  for (const { id, draw, questions } of checks) {
    const asked = new Set<string>();
    for (let seed = 0; asked.size < questions.length && seed < 500; seed++) {
      session.record({ type: 'check.started', check: id, seed, draw });
      drawQuestions(questions, draw, seed).forEach((question, item) => {
        asked.add(question);
        const { options = [], kind } = questions.find((other) => other.id === question) ?? {};
        session.record(
          {
            type: 'check.answered',
            check: id,
            item,
            response: kind === 'single' ? options.slice(-1) : options,
          },
          { result: 'incorrect', latency: 3599.99 },
        );
      });
    }
    const objectives = Object.fromEntries(questions.map(({ objective }) => [objective, 1 / 3]));
    session.record({ type: 'check.finished', check: id, score: 1 / 3 }, { objectives });
    expect(asked.size).toBe(questions.length);
  }
  desk.paint();
  expect(session.keeping).toBe('kept');
}

describe.for(['scorm12', 'scorm2004'] as const)('the whole course in %s', (standard) => {
  const { id, structure, masteryScore, completion: rule } = loadCourse('en');

  test('weighs at most 48 KiB in what Moodle sends at exit, with everything done', () => {
    const desk = new Desk(standard, { moodle: true });
    everythingReported(desk, { id, structure, masteryScore, rule, earlier: {} });
    expect(desk.lms.refused).toEqual([]);
    const rows = [...desk.lms.kept.keys()].filter((name) => /interactions\.\d+\.id$/.test(name));
    const decisions = structure.cases.flatMap(({ steps }) => [
      ...new Set(steps.map((step) => step.split('.')[0])),
    ]);
    const questions = structure.checks.flatMap((check) => check.questions);
    expect(rows).toHaveLength(decisions.length + questions.length);
    expect(formEncoded(desk.lms.kept).length).toBeLessThanOrEqual(limit);
  });
});
