import { describe, expect, test } from 'vitest';
import { standingIn } from '../../../../scorm/preview/cmi5/standing.ts';
import { extensions } from '../../../../scorm/preview/cmi5/statement.ts';
import { begun, Desk, passed, time, unit } from './desk.ts';

describe('what a platform of cmi5 does by itself', () => {
  test('9.3.1.0-1, 9.6.3.3-1, 9.6.3.6-1: it tells of a launch before it, with mode, criterion and pass mark', () => {
    const desk = new Desk();
    desk.launch();
    const [first] = desk.registration.record.statements;
    expect(first).toMatchObject({
      by: 'platform',
      statement: {
        context: {
          extensions: {
            [extensions.mode]: 'Normal',
            [extensions.moveOn]: 'CompletedAndPassed',
            [extensions.mastery]: 0.8,
            [extensions.address]: 'https://content.example/index.html',
          },
        },
      },
    });
    expect(desk.verbs[0]).toBe('(launched)');
  });

  test('8.1.5.0-3, 8.1.5.0-4: it names a unit by a name of its own, the same at every launch', () => {
    const desk = new Desk();
    desk.launch();
    const first = desk.launched.get('activityId');
    desk.launch();
    expect(desk.launched.get('activityId')).toBe(first);
    expect(first).not.toBe(unit.id);
  });

  test('9.3.6.0-1, 9.3.6.0-2, 9.5.4.2-2: a session that was never ended is abandoned at the next launch, and answered no more', () => {
    const desk = begun();
    const { token } = desk;
    const late = desk.statement('terminated', time);
    desk.launch();
    expect(desk.verbs).toEqual(['(launched)', 'initialized', '(abandoned)', '(launched)']);
    const told = desk.registration.record.statements[2]?.statement.result;
    expect(told).toEqual({ duration: 'PT1S' });
    desk.token = token;
    expect(desk.send(late)).toMatchObject({ status: 401, refused: '9.3.6.0-2' });
  });

  test('9.3.9.0-1, 9.3.9.0-5: blocks and course are satisfied once, when each unit in them meets its criterion', () => {
    const desk = begun();
    desk.send(desk.statement('completed', { completion: true, ...time }));
    expect(desk.verbs).not.toContain('(satisfied)');
    desk.send(desk.statement('passed', passed));
    desk.send(desk.statement('terminated', time));
    expect(desk.verbs.filter((verb) => verb === '(satisfied)')).toHaveLength(2);
    desk.begin();
    expect(desk.verbs.filter((verb) => verb === '(satisfied)')).toHaveLength(2);
  });

  test('where the learner stands is read from the statements', () => {
    const desk = begun();
    const standing = () => standingIn(desk.registration.record, unit);
    expect(standing()).toEqual({
      ...{ isCompleted: false, success: 'unknown', isSatisfied: false, seconds: 0 },
    });
    desk.send(desk.statement('completed', { completion: true, ...time }));
    desk.send(desk.statement('passed', passed));
    desk.send(desk.statement('terminated', { duration: 'PT1H2M3.5S' }));
    expect(standing()).toEqual({
      ...{ isCompleted: true, success: 'passed', isSatisfied: true, seconds: 3723.5 },
      score: passed.score,
    });
  });

  test('every change is kept', () => {
    const desk = new Desk();
    desk.launch();
    desk.fetchToken();
    const query = { profileId: 'cmi5LearnerPreferences', agent: desk.launched.get('actor') ?? '' };
    const before = desk.kept;
    // That they were asked for counts, although there are none.
    expect(desk.ask('GET', 'xapi/agents/profile', { query }).status).toBe(404);
    expect(desk.kept).toBe(before + 1);
    const { kept } = desk;
    desk.ask('PUT', 'xapi/activities/state', { query: desk.state('a'), body: '{}' });
    expect(desk.kept).toBe(kept + 1);
    desk.ask('GET', 'xapi/activities/state', { query: desk.state('a') });
    expect(desk.kept).toBe(kept + 1);
  });
});
