import { describe, expect, test } from 'vitest';
import type { Unit } from '../../scorm/package/scope.ts';
import { sequenced } from '../../scorm/standards/scorm2004/rollup.ts';
import type { Course } from '../../src/course/course.ts';
import type { Session } from '../../src/progress/session.ts';
import { tree, units } from './modules-package.ts';
import { SequencingPlatform } from './sequencing-platform.ts';

function finishModule(session: Session, { structure }: Course, score: number) {
  for (const lesson of structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  for (const { id, steps, endings } of structure.cases) {
    const [scene = '', choice = ''] = steps[0]?.split('.') ?? [];
    session.record({ type: 'case.chosen', case: id, scene, choice, ended: endings[0] ?? '' });
  }
  for (const { id } of structure.checks) finishCheck(session, id, score);
}

function finishCheck(session: Session, check: string, score: number) {
  session.record({ type: 'check.started', check, seed: 7, draw: 1 });
  session.record({ type: 'check.answered', check, item: 0, response: ['the-police'] });
  session.record({ type: 'check.finished', check, score });
}

describe('played on a platform with sequencing (SN 4.6)', () => {
  const [first, second, last] = units as [Unit, Unit, Unit];

  test('the course is complete when every part is; its score and success are those of the final', () => {
    const platform = new SequencingPlatform();
    platform.play(first, (session) => finishModule(session, first.course, 1));
    platform.play(second, (session) => finishModule(session, second.course, 1));
    expect(platform.root).toEqual({ completion: 'unknown', satisfied: false, measure: undefined });
    platform.play(last, (session) => finishCheck(session, 'final', 0.85));
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 0.85 });
  });

  test('a final that is passed first gives the course its score, and completes nothing', () => {
    const platform = new SequencingPlatform();
    platform.play(last, (session) => finishCheck(session, 'final', 0.9));
    platform.play(first, (session) => finishModule(session, first.course, 1));
    expect(platform.root).toMatchObject({ satisfied: true, measure: 0.9 });
    expect(platform.root.completion).not.toBe('completed');
  });

  test('a module left in the middle resumes, and keeps the course incomplete', () => {
    const platform = new SequencingPlatform();
    const [lesson = ''] = first.course.structure.lessons;
    platform.play(first, (session) => {
      session.record({ type: 'page.opened', page: lesson });
      session.record({ type: 'lesson.viewed', lesson });
    });
    expect(platform.root.completion).not.toBe('completed');
    platform.play(second, (session) => {
      // No part knows what was done in another.
      expect(session.attempt.viewed).toEqual([]);
      finishModule(session, second.course, 1);
    });
    platform.play(first, (session) => {
      expect(session.attempt.viewed).toEqual([lesson]);
      expect(session.attempt.location).toBe(lesson);
      finishModule(session, first.course, 1);
    });
    platform.play(last, (session) => finishCheck(session, 'final', 0.9));
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 0.9 });
  });

  test('SN 3.2.3: "next" leads from part to part in their order, to the final', () => {
    const platform = new SequencingPlatform();
    platform.play(first, (session) => finishModule(session, first.course, 1));
    platform.play(second, (session) => finishModule(session, second.course, 1), 'continue');
    platform.play(
      last,
      (session) => {
        expect(platform.current).toBe('tiny.en.item.final');
        finishCheck(session, 'final', 0.85);
      },
      'continue',
    );
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 0.85 });
  });

  test('a module that was opened and left keeps the course from being complete', () => {
    const platform = new SequencingPlatform();
    platform.play(first, (session) => finishModule(session, first.course, 1));
    platform.play(second, () => undefined);
    platform.play(last, (session) => finishCheck(session, 'final', 1));
    expect(platform.root.completion).toBe('incomplete');
    platform.play(second, (session) => finishModule(session, second.course, 1));
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 1 });
  });
});

describe('rollup of the stored attempts in the preview LMS (SN 4.6)', () => {
  const item = (name: string) => `tiny.en.item.${name}`;
  const [first, second] = units as [Unit, Unit, Unit];
  const done = { 'cmi.completion_status': 'completed', 'cmi.exit': 'suspend' };
  const half = { 'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend' };
  const passed = { ...done, 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.85' };
  /** The state of the item that holds all parts. */
  const whole = (kept: Parameters<typeof sequenced>[1]) => sequenced(tree(), kept).states[1];

  test('lists every item before its children, without a status for those never launched', () => {
    const { states } = sequenced(tree(), {});
    expect(states.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 2]);
    expect(states.every(({ completion }) => completion === 'unknown')).toBe(true);
    expect(states.some(({ isSatisfied, measure }) => isSatisfied || measure !== undefined)).toBe(
      false,
    );
  });

  test('a part that was left in the middle keeps the whole incomplete', () => {
    const kept = { [item(first.name)]: half, [item(second.name)]: done, [item('final')]: passed };
    expect(whole(kept)).toMatchObject({ completion: 'incomplete', isSatisfied: true });
  });

  test('the whole is completed by all parts, passed by the final, with its score', () => {
    const kept = { [item(first.name)]: done, [item(second.name)]: done, [item('final')]: passed };
    expect(whole(kept)).toMatchObject({
      ...{ completion: 'completed', isSatisfied: true, measure: 0.85 },
    });
    expect(sequenced(tree(), kept).states[0]).toMatchObject({ completion: 'completed' });
  });

  test('learners may choose any part, unless the manifest says otherwise', () => {
    expect(sequenced(tree(), {}).mayChoose(item(second.name))).toBe(true);
    const [root] = tree().children;
    if (root === undefined) throw new Error('no root');
    const closed = {
      ...tree(),
      children: [{ ...root, sequencingControls: { ...root.sequencingControls, choice: false } }],
    };
    expect(sequenced(closed, {}).mayChoose(item(second.name))).toBe(false);
  });
});
