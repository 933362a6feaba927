import { describe, expect, test } from 'vitest';
import type { ScormApi } from '../../scorm/standards/scorm/find-api.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import { TrackingError } from '../../src/progress/driver.ts';
import { decision, halfway, passed, visit } from './driver-contract.ts';
import type { Fault } from './fake-lms/call.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import type { LmsBehaviour } from './fake-lms/profiles.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';

const elementsOf = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    location: 'cmi.core.lesson_location',
    session: 'cmi.core.session_time',
  },
  scorm2004: {
    status: 'cmi.completion_status',
    score: 'cmi.score.scaled',
    location: 'cmi.location',
    session: 'cmi.session_time',
  },
} as const;

function place(standard: 'scorm12' | 'scorm2004', behaviour: LmsBehaviour = {}) {
  const lms = new FakeLms(standard === 'scorm12' ? standard12 : standard2004, behaviour);
  let isOnline = true;
  const launch = () => {
    const api: ScormApi = lms.launch()[lms.standard.apiName] ?? {};
    const driverOf = standard === 'scorm12' ? scorm12Driver : scorm2004Driver;
    return driverOf(api, () => isOnline);
  };
  return { lms, launch, offline: (is: boolean) => void (isOnline = !is) };
}

/** Faults of the calls whose first value is this, or of a function, so many times. */
function failing(lms: FakeLms, subject: string, fault: Fault, times = 1) {
  let left = times;
  lms.faults = (name, values) =>
    (values[0] === subject || name === subject) && left-- > 0 ? fault : undefined;
}

const faults: Fault[] = [
  { kind: 'throws' },
  { kind: 'refused', error: '101' },
  { kind: 'refused', error: '0' },
  ...[undefined, null, 0, 42, {}, true, Object.create(null) as object, Symbol('odd')].map(
    (answer): Fault => ({ kind: 'odd', answer }),
  ),
];

describe.for(['scorm12', 'scorm2004'] as const)('the driver of %s', (standard) => {
  const elements = elementsOf[standard];
  const { functions } = standard === 'scorm12' ? standard12 : standard2004;

  test.for(faults)('opens although any one reading at the launch goes wrong: %j', (fault) => {
    const before = place(standard);
    visit(before.launch(), passed);
    const since = before.lms.calls.length;
    before.launch().open();
    const readings = before.lms.calls
      .slice(since)
      .filter(({ name }) => name === functions.getValue);
    for (const { values } of readings) {
      const { lms, launch } = place(standard);
      visit(launch(), passed);
      failing(lms, values[0] ?? '', fault);
      const opened = launch().open();
      expect(opened.stored).toEqual({ suspendData: halfway.suspendData, location: 'who-decides' });
      expect(opened).toMatchObject({ completion: 'completed', success: 'passed' });
      // A number may be a score, right or wrong.
      const isNumber = fault.kind === 'odd' && typeof fault.answer === 'number';
      if (!isNumber || values[0] !== elements.score) expect(opened.score).toBe(0.875);
    }
  });

  test('says that what is stored could not be read, when it fails again', () => {
    for (const fault of faults) {
      const { lms, launch } = place(standard);
      visit(launch(), halfway);
      failing(lms, 'cmi.suspend_data', fault, 5);
      expect(launch().open()).toMatchObject({ isUnread: true });
    }
  });

  test('treats an LMS that refuses all readings as unread, not as empty', () => {
    const { lms, launch } = place(standard);
    visit(launch(), passed);
    lms.faults = (name) =>
      name === functions.getValue ? { kind: 'refused', error: '101' } : undefined;
    expect(launch().open().isUnread).toBe(true);
  });

  test('treats an LMS that returns only empty values, without an error, as empty', () => {
    const { lms, launch } = place(standard);
    lms.faults = (name) => (name === functions.getValue ? { kind: 'lost' } : undefined);
    const opened = launch().open();
    expect([opened.isUnread, opened.stored]).toEqual([undefined, undefined]);
  });

  test.for([42, '9', '0.1'])(
    'believes no score and no pass mark that is another at the second reading: %j',
    (answer) => {
      const masteryScore = standard === 'scorm12' ? '80' : '0.8';
      const mastery =
        standard === 'scorm12' ? 'cmi.student_data.mastery_score' : 'cmi.scaled_passing_score';
      for (const subject of [elements.score, mastery]) {
        const { lms, launch } = place(standard);
        lms.setting = { masteryScore };
        visit(launch(), passed);
        failing(lms, subject, { kind: 'odd', answer });
        expect(launch().open()).toMatchObject({ score: 0.875, masteryScore: 0.8 });
      }
    },
  );

  test('treats an empty value as lost if the location is not empty', () => {
    const { lms, launch } = place(standard);
    visit(launch(), halfway);
    lms.kept.delete('cmi.suspend_data');
    expect(launch().open().isUnread).toBe(true);
  });

  test('P13: lowers no status and no score that it could not read', () => {
    for (const subject of [elements.status, elements.score]) {
      const { lms, launch } = place(standard);
      visit(launch(), passed);
      failing(lms, subject, { kind: 'throws' }, 3);
      visit(launch(), { ...halfway, score: 0.25 });
      lms.faults = () => undefined;
      expect(launch().open()).toMatchObject({ completion: 'completed', score: 0.875 });
    }
  });

  test('resends the values of a failed commit', () => {
    for (const fault of faults.slice(0, 2)) {
      const { lms, launch } = place(standard);
      const driver = launch();
      driver.open();
      failing(lms, functions.commit, fault);
      driver.save(passed);
      driver.report({ interaction: decision });
      expect(() => driver.commit()).toThrow(TrackingError);
      const since = lms.calls.length;
      driver.save(passed);
      driver.report({ interaction: decision });
      driver.commit();
      const set = lms.calls.slice(since).map(({ values }) => values[0]);
      for (const name of ['cmi.suspend_data', elements.score, elements.status])
        expect(set).toContain(name);
      expect(set).toContain('cmi.interactions.0.id');
    }
  });

  test('counts a commit without a network as failed, though the LMS says "true"', () => {
    const { launch, offline } = place(standard);
    const driver = launch();
    driver.open();
    offline(true);
    driver.save(halfway);
    expect(() => driver.commit()).toThrow(/offline/);
    offline(false);
    driver.save(halfway);
    driver.commit();
    expect(launch().open().stored?.suspendData).toBe(halfway.suspendData);
  });

  test('retries when the end of the session is refused', () => {
    const { lms, launch } = place(standard);
    const driver = launch();
    driver.open();
    failing(lms, functions.terminate, { kind: 'throws' });
    driver.close();
    expect(lms.callsOf(functions.terminate)).toHaveLength(2);
  });

  test('continues a session left open by an earlier page of the window', () => {
    const { lms } = place(standard);
    const api = lms.launch()[lms.standard.apiName] ?? {};
    const driverOf = standard === 'scorm12' ? scorm12Driver : scorm2004Driver;
    driverOf(api).open();
    const second = driverOf(api);
    expect(second.open().mode).toBe('normal');
    visitOpen(second);
    expect(lms.kept.get('cmi.suspend_data')).toBe(halfway.suspendData);
  });

  test('begins no session where the first was ended', () => {
    const { lms } = place(standard);
    const api = lms.launch()[lms.standard.apiName] ?? {};
    const driverOf = standard === 'scorm12' ? scorm12Driver : scorm2004Driver;
    visit(driverOf(api), halfway);
    expect(() => driverOf(api).open()).toThrow(TrackingError);
  });
});

function visitOpen(driver: ReturnType<typeof scorm12Driver>) {
  driver.save(halfway);
  driver.commit();
  driver.close();
}

describe('SCORM 1.2, an LMS that sends only what differs and counts what was lost as sent', () => {
  const lost = (lms: FakeLms, times = 1) => {
    let left = times;
    lms.faults = (name) =>
      name === 'LMSCommit' && left-- > 0 ? { kind: 'refused', error: '101' } : undefined;
  };

  // The fault of Moodle: the request is lost after its values were noted as sent.
  const sendsAndLoses = (lms: FakeLms) => {
    const { faults: before } = lms;
    lms.faults = (name, values, index) => {
      const fault = before(name, values, index);
      if (fault) lms.noteAsSent();
      return fault;
    };
  };

  test('has everything in the end: status, score, state, place and the row', () => {
    const { lms, launch } = place('scorm12', { sendsDifferences: true });
    const driver = launch();
    driver.open();
    lost(lms, 2);
    sendsAndLoses(lms);
    for (let times = 0; times < 3; times++) {
      driver.save(passed);
      driver.report({ interaction: decision });
      if (times < 2) expect(() => driver.commit()).toThrow(TrackingError);
      else driver.commit();
    }
    expect(Object.fromEntries(lms.kept)).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.exit': 'suspend',
      'cmi.interactions.0.id': decision.id,
      'cmi.interactions.0.type': 'choice',
      'cmi.interactions.0.student_response': 'c',
      'cmi.interactions.0.result': 'neutral',
    });
    expect(Number(lms.kept.get('cmi.core.score.raw'))).toBe(87.5);
    expect(lms.kept.get('cmi.interactions.0.time')).toMatch(/^09:05:07(\.0+)?$/);
    expect(lms.refused.filter(({ name }) => name === 'LMSSetValue')).toEqual([]);
    driver.close();
    expect(launch().open()).toMatchObject({
      stored: { suspendData: passed.suspendData, location: passed.location },
      completion: 'completed',
      score: 0.875,
    });
  });
});

describe('SCORM 1.2, an LMS that shows the course before it is begun (browse)', () => {
  test('P12: is told `incomplete` where nothing was attempted, and nothing else', () => {
    for (const mode of ['browse', 'review']) {
      const { lms, launch } = place('scorm12', { moodle: true });
      lms.setting = { mode };
      visit(launch(), passed);
      const set = lms.callsOf('LMSSetValue').map(({ values }) => values.join('='));
      expect(set).toEqual(['cmi.core.lesson_status=incomplete']);
      lms.setting = {};
      expect(launch().open()).toMatchObject({ mode: 'normal', completion: 'incomplete' });
    }
  });

  test('is told nothing where something was', () => {
    const { lms, launch } = place('scorm12', { moodle: true });
    visit(launch(), passed);
    const since = lms.calls.length;
    lms.setting = { mode: 'browse' };
    visit(launch(), halfway);
    expect(lms.calls.slice(since).filter(({ name }) => name === 'LMSSetValue')).toEqual([]);
    expect(lms.kept.get('cmi.core.lesson_status')).toBe('passed');
  });
});

test('SCORM 2004 objectives carry raw, min, max and completion', () => {
  const { lms, launch } = place('scorm2004');
  const driver = launch();
  driver.open();
  driver.report({ objective: { id: 'name-deciders', success: 'passed', score: 0.875 } });
  driver.commit();
  const row = [...lms.kept].filter(([name]) => name.startsWith('cmi.objectives.0.'));
  expect(Object.fromEntries(row)).toEqual({
    'cmi.objectives.0.id': 'name-deciders',
    'cmi.objectives.0.score.scaled': '0.875',
    'cmi.objectives.0.score.raw': '87.5',
    'cmi.objectives.0.score.min': '0',
    'cmi.objectives.0.score.max': '100',
    'cmi.objectives.0.completion_status': 'completed',
    'cmi.objectives.0.success_status': 'passed',
  });
});
