import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openConnection } from '../../scorm/shell/connection.ts';
import type { CourseData } from '../../scorm/shell/course-data.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import type { Driver } from '../../src/progress/driver.ts';
import { Device } from './campaign/device.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';
import { course } from './lms-harness.ts';

const lesson = course.structure.lessons[0] ?? '';
const packaged: CourseData = {
  ...course,
  ...{
    build: 'b1',
    copies: 'copies.js',
    version: '1.0.0',
    record: 'record.html',
    pages: [],
    start: 'start.html',
  },
};

/** A connection on a device whose time a test moves, with what it told. */
function connecting(connect: () => Driver | undefined, isElsewhere?: () => boolean) {
  const device = new Device();
  const told: string[] = [];
  const events = {
    connected: (isResumed: boolean) =>
      void told.push(isResumed ? 'connected, resumed' : 'connected'),
    missing: () => void told.push('missing'),
  };
  const connection = openConnection(connect, packaged, device.environment, events, isElsewhere);
  return { device, told, connection };
}

describe('the connection of a shell to its LMS', () => {
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));

  /** An LMS whose API is there after some milliseconds. */
  function lateAfter(milliseconds: number) {
    const lms = new FakeLms(standard12);
    const { API: api = {} } = lms.launch();
    let isThere = false;
    const opened = connecting(() => (isThere ? scorm12Driver(api) : undefined));
    opened.device.environment.after(milliseconds, () => (isThere = true));
    return { lms, ...opened };
  }

  test('P15: a late API is found, and gets the events from before', () => {
    const { lms, device, told, connection } = lateAfter(2000);
    expect(connection.recorder.saveStatus).toBe('connecting');
    connection.recorder.record({ type: 'lesson.viewed', lesson });
    device.wait(4);
    device.paint();
    expect(told).toEqual(['connected']);
    expect(connection.problem).toBeUndefined();
    expect(connection.recorder.saveStatus).toBe('kept');
    expect(lms.callsOf('LMSInitialize')).toHaveLength(1);
    expect(connection.session.attempt.viewed).toEqual([lesson]);
    expect(lms.kept.get('cmi.suspend_data')).toBeTruthy();
  });

  test('the first page of a new learner stays open when the LMS is found late, and is where they left', () => {
    const { lms, device, told, connection } = lateAfter(2000);
    connection.recorder.record({ type: 'page.opened', page: lesson });
    device.wait(4);
    device.paint();
    expect(told).toEqual(['connected']);
    void connection.session.close();
    expect(lms.kept.get('cmi.core.lesson_location')).toBe(lesson);
  });

  test('a learner who left at a page resumes there when the LMS is found late', () => {
    const { lms, device, connection } = lateAfter(0);
    device.wait(1);
    connection.recorder.record({ type: 'page.opened', page: lesson });
    device.paint();
    void connection.session.close();

    const { API: api = {} } = lms.launch();
    let isThere = false;
    const again = connecting(() => (isThere ? scorm12Driver(api) : undefined));
    again.device.environment.after(2000, () => (isThere = true));
    again.connection.recorder.record({ type: 'page.opened', page: 'start' });
    again.device.wait(4);
    expect(again.told).toEqual(['connected, resumed']);
    expect(again.connection.session.attempt.location).toBe(lesson);
  });

  test('events in a page of another part are shown there, but neither recorded nor reported', () => {
    const lms = new FakeLms(standard2004);
    const { API_1484_11: api = {} } = lms.launch();
    let isElsewhere = true;
    const { device, connection } = connecting(
      () => scorm2004Driver(api),
      () => isElsewhere,
    );
    const { recorder } = connection;
    let changes = 0;
    recorder.subscribe(() => changes++);
    recorder.record({ type: 'lesson.viewed', lesson: 'of-another-part' });
    expect(recorder.attempt.viewed).toEqual(['of-another-part']);
    expect(changes).toBe(1);
    isElsewhere = false;
    recorder.record({ type: 'lesson.viewed', lesson });
    device.paint();
    expect(connection.session.attempt.viewed).toEqual([lesson]);
    expect(recorder.saveStatus).toBe('kept');
  });

  test('P15: after three seconds the learner is told that none was found, and the search continues', () => {
    const { device, told, connection } = lateAfter(9000);
    device.wait(3.5);
    expect([told, connection.problem]).toEqual([['missing'], 'none']);
    expect(connection.recorder.saveStatus).toBe('no-lms');
    device.wait(6);
    expect([told, connection.problem]).toEqual([['missing', 'connected'], undefined]);
  });

  test('P15: without one the course continues', () => {
    const { device, told, connection } = lateAfter(60_000);
    device.wait(120);
    connection.recorder.record({ type: 'lesson.viewed', lesson });
    expect(told).toEqual(['missing']);
    expect(connection.session.attempt.viewed).toEqual([lesson]);
    expect(connection.recorder.saveStatus).toBe('no-lms');
  });

  test('a refusal to begin is retried, and reported with the error of the LMS', () => {
    const lms = new FakeLms(standard2004);
    const { API_1484_11: api = {} } = lms.launch();
    lms.broken = { Initialize: 'false' };
    const { device, told, connection } = connecting(() => scorm2004Driver(api));
    device.wait(3.5);
    expect(told).toEqual(['missing']);
    expect(connection.problem).toBe('refused');
    expect(connection.detail).toContain('Initialize');
    lms.broken = {};
    device.wait(8);
    expect(told).toEqual(['missing', 'connected']);
  });

  test('P10: a page that came back where SCORM 2004 begins no second session says that it is over', () => {
    const lms = new FakeLms(standard2004);
    const { API_1484_11: api = {} } = lms.launch();
    const first = connecting(() => scorm2004Driver(api));
    first.connection.recorder.record({ type: 'lesson.viewed', lesson });
    first.device.paint();
    void first.connection.session.close();
    const kept = new Map(lms.kept);

    const again = connecting(() => scorm2004Driver(api));
    again.device.wait(20);
    expect(again.told).toEqual(['missing']);
    expect(again.connection.problem).toBe('ended');
    expect(lms.kept).toEqual(kept);
  });
});
