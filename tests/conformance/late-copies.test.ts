import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openConnection } from '../../scorm/shell/connection.ts';
import type { CourseData } from '../../scorm/shell/course-data.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { freshAttempt, record } from '../../src/progress/attempt.ts';
import { type Copies, copiesOf } from '../../src/progress/copies.ts';
import { openSession } from '../../src/progress/open-session.ts';
import type { SessionEnvironment } from '../../src/progress/session.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { Device } from './campaign/device.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { course, LmsHarness } from './lms-harness.ts';
import { memory } from './places.ts';

const { structure } = course;
const [one = '', two = '', three = ''] = structure.lessons;
/** The course as it was before: with its lessons in another order. */
const before = { ...structure, lessons: structure.lessons.toReversed() };
const copies = copiesOf(structure, { [fingerprint(before)]: before });
const viewed = (...lessons: string[]) =>
  lessons.reduce((so, lesson) => record(so, { type: 'lesson.viewed', lesson }), freshAttempt);

const packaged: CourseData = {
  ...course,
  ...{ build: 'b1', version: '1.0.0', record: 'record.html', pages: [], start: 'start.html' },
  copies: 'copies.js',
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A package that an LMS with progress opens, on a device with or without a copy of it. */
function opened(suspendData: string, load: () => Promise<Copies>, copy = '') {
  const lms = new FakeLms(standard12);
  lms.kept.set('cmi.suspend_data', suspendData);
  lms.kept.set('cmi.core.lesson_status', 'incomplete');
  const { API: api = {} } = lms.launch();
  const device = new Device();
  const told: string[] = [];
  let asked = 0;
  const environment: SessionEnvironment = {
    ...device.environment,
    copies() {
      asked++;
      return load();
    },
  };
  if (copy) device.environment.store().setItem(nameOfCopy, `${copy} ${one}`);
  const connection = openConnection(() => scorm12Driver(api), packaged, environment, {
    connected: () => void told.push('connected'),
    missing: () => void told.push('missing'),
  });
  return { lms, device, connection, told, asked: () => asked };
}

/** The name under which the learner of the fake LMS has a copy on the device. */
const nameOfCopy = (() => {
  const harness = new LmsHarness();
  harness.open().record({ type: 'lesson.viewed', lesson: one });
  return [...harness.texts.keys()][0] ?? '';
})();

const refused = () => Promise.reject(new Error('no network'));
const comes = () => Promise.resolve(copies);
const plain = attemptCodec(structure).encode(viewed(one));
const earlier = attemptCodec(before).encode(viewed(one, two));

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('P52: the script for other copies of the progress loads on demand', () => {
  test('a first launch, and one with the plain text of this build, do without it', () => {
    for (const [suspendData, copy] of [
      ['', ''],
      [plain, ''],
      [plain, plain],
    ] as const) {
      const { connection, asked } = opened(suspendData, refused, copy);
      expect(connection.session.place).toBe('lms');
      connection.recorder.record({ type: 'lesson.viewed', lesson: two });
      expect(connection.session.attempt.viewed).toContain(two);
      expect(asked()).toBe(0);
    }
  });

  test('progress of an earlier release is read as soon as it is there, and what was done meanwhile is added', async () => {
    const { lms, device, connection, told } = opened(earlier, comes);
    expect(connection.recorder.saveStatus).toBe('connecting');
    connection.recorder.record({ type: 'lesson.viewed', lesson: three });
    await settled();
    device.paint();
    expect(told).toEqual(['connected']);
    expect(connection.session.attempt.viewed.toSorted()).toEqual([one, two, three].toSorted());
    expect(connection.recorder.saveStatus).toBe('kept');
    const { attempt, problem } = attemptCodec(structure).decode(
      lms.kept.get('cmi.suspend_data') ?? '',
    );
    expect(problem).toBeUndefined();
    expect(attempt.viewed).toHaveLength(3);
  });

  test('where it cannot be had, what it would have read stays as it is until the learner agrees', async () => {
    const { lms, device, connection } = opened(earlier, refused, earlier);
    await settled();
    connection.recorder.record({ type: 'lesson.viewed', lesson: three });
    device.wait(30);
    expect(connection.recorder.saveStatus).toBe('unread');
    void connection.session.close();
    expect(lms.kept.get('cmi.suspend_data')).toBe(earlier);
    expect(device.environment.store().getItem(nameOfCopy)).toBe(`${earlier} ${one}`);
  });

  test('an unread copy on the device is not overwritten, and is offered the next time', async () => {
    const more = attemptCodec(structure).encode(viewed(one, two));
    const { lms, device, connection } = opened(plain, refused, more);
    await settled();
    connection.recorder.record({ type: 'lesson.viewed', lesson: three });
    device.paint();
    expect(connection.recorder.saveStatus).toBe('kept');
    expect(connection.session.hasCopy).toBe(false);
    expect(device.environment.store().getItem(nameOfCopy)).toBe(`${more} ${one}`);
    void connection.session.close();
    const again = opened(lms.kept.get('cmi.suspend_data') ?? '', comes, more);
    await settled();
    expect(again.connection.session.offer).toMatchObject({ lessons: 1 });
  });

  test('a page that closes before it is there ends the session and leaves the progress alone', async () => {
    const { lms, connection, told } = opened(earlier, comes);
    void connection.session.close();
    await settled();
    expect(lms.callsOf('LMSFinish')).toHaveLength(1);
    expect(lms.kept.get('cmi.suspend_data')).toBe(earlier);
    expect(told).toEqual([]);
  });
});

describe('a session without what deals with other copies', () => {
  function alone(load?: () => Promise<Copies>, device = memory()) {
    const lms = new FakeLms(standard12);
    const driver = scorm12Driver(lms.launch().API ?? {});
    const session = openSession(driver, driver.open(), course, {
      ...{ place: 'lms', store: () => device, now: () => 0, isVisible: true },
      ...(load && { copies: load }),
      defer: (work) => work(),
      after: () => () => undefined,
    });
    return { lms, device, session };
  }

  test('leaves what another window wrote until it can be united with what is here', async () => {
    const { device, session } = alone(comes);
    session.record({ type: 'lesson.viewed', lesson: one });
    device.setItem(nameOfCopy, `${attemptCodec(structure).encode(viewed(two))} ${two}`);
    session.record({ type: 'lesson.viewed', lesson: three });
    expect(session.attempt.viewed).toEqual([one, three]);
    expect(device.getItem(nameOfCopy)).toContain(attemptCodec(structure).encode(viewed(two)));
    await settled();
    expect(session.attempt.viewed.toSorted()).toEqual([one, two, three].toSorted());
  });

  test('leaves it for good where that cannot be had', async () => {
    const { device, session } = alone(refused);
    session.record({ type: 'lesson.viewed', lesson: one });
    const other = `${attemptCodec(structure).encode(viewed(two))} ${two}`;
    device.setItem(nameOfCopy, other);
    session.record({ type: 'lesson.viewed', lesson: three });
    await settled();
    session.record({ type: 'page.opened', page: one });
    expect(device.getItem(nameOfCopy)).toBe(other);
    expect(session.hasCopy).toBe(false);
  });

  test('D14: brings progress from elsewhere when it is there, and says where it is not', async () => {
    const able = alone(comes).session;
    expect(await able.replace?.(viewed(one, two))).toBe(true);
    expect(able.attempt.viewed).toEqual([one, two]);
    for (const unable of [alone(refused).session, alone().session]) {
      expect(await unable.replace?.(viewed(one, two))).toBe(false);
      expect(unable.attempt.viewed).toEqual([]);
    }
  });
});
