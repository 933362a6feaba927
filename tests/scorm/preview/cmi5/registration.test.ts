import { describe, expect, test } from 'vitest';
import { unitStatus } from '../../../../scorm/preview/cmi5/unit-status.ts';
import { extensions } from '../../../../scorm/preview/cmi5/statement.ts';
import { begun, Cmi5Platform, passed, time, unit } from './cmi5-platform.ts';

describe('what a platform of cmi5 does by itself', () => {
  test('9.3.1.0-1, 9.6.3.3-1, 9.6.3.6-1: it tells of a launch before it, with mode, criterion and pass mark', () => {
    const platform = new Cmi5Platform();
    platform.launch();
    const [first] = platform.registration.record.statements;
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
    expect(platform.verbs[0]).toBe('(launched)');
  });

  test('8.1.5.0-3, 8.1.5.0-4: it names a unit by a name of its own, the same at every launch', () => {
    const platform = new Cmi5Platform();
    platform.launch();
    const first = platform.launched.get('activityId');
    platform.launch();
    expect(platform.launched.get('activityId')).toBe(first);
    expect(first).not.toBe(unit.id);
  });

  test('9.3.6.0-1, 9.3.6.0-2, 9.5.4.2-2: a session that was never ended is abandoned at the next launch, and answered no more', () => {
    const platform = begun();
    const { token } = platform;
    const late = platform.statement('terminated', time);
    platform.launch();
    expect(platform.verbs).toEqual(['(launched)', 'initialized', '(abandoned)', '(launched)']);
    const told = platform.registration.record.statements[2]?.statement.result;
    expect(told).toEqual({ duration: 'PT1S' });
    platform.token = token;
    expect(platform.send(late)).toMatchObject({ status: 401, refused: '9.3.6.0-2' });
  });

  test('9.3.9.0-1, 9.3.9.0-5: blocks and course are satisfied once, when each unit in them meets its criterion', () => {
    const platform = begun();
    platform.send(platform.statement('completed', { completion: true, ...time }));
    expect(platform.verbs).not.toContain('(satisfied)');
    platform.send(platform.statement('passed', passed));
    platform.send(platform.statement('terminated', time));
    expect(platform.verbs.filter((verb) => verb === '(satisfied)')).toHaveLength(2);
    platform.begin();
    expect(platform.verbs.filter((verb) => verb === '(satisfied)')).toHaveLength(2);
  });

  test('the status of the learner is derived from the statements', () => {
    const platform = begun();
    const standing = () => unitStatus(platform.registration.record, unit);
    expect(standing()).toEqual({
      ...{ isCompleted: false, success: 'unknown', isSatisfied: false, seconds: 0 },
    });
    platform.send(platform.statement('completed', { completion: true, ...time }));
    platform.send(platform.statement('passed', passed));
    platform.send(platform.statement('terminated', { duration: 'PT1H2M3.5S' }));
    expect(standing()).toEqual({
      ...{ isCompleted: true, success: 'passed', isSatisfied: true, seconds: 3723.5 },
      score: passed.score,
    });
  });

  test('every change is kept', () => {
    const platform = new Cmi5Platform();
    platform.launch();
    platform.fetchToken();
    const query = {
      profileId: 'cmi5LearnerPreferences',
      agent: platform.launched.get('actor') ?? '',
    };
    const before = platform.kept;
    // The request counts, although there are none.
    expect(platform.ask('GET', 'xapi/agents/profile', { query }).status).toBe(404);
    expect(platform.kept).toBe(before + 1);
    const { kept } = platform;
    platform.ask('PUT', 'xapi/activities/state', { query: platform.state('a'), body: '{}' });
    expect(platform.kept).toBe(kept + 1);
    platform.ask('GET', 'xapi/activities/state', { query: platform.state('a') });
    expect(platform.kept).toBe(kept + 1);
  });
});
