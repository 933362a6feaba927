import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { TrackingError } from '../../src/progress/driver.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { course, decide, LmsHarness, passCheck } from './lms-harness.ts';

const [lesson = ''] = course.structure.lessons;
const [firstCase] = course.structure.cases;
const [step = '', otherStep = ''] = firstCase?.steps ?? [];
const caseId = firstCase?.id ?? '';

test('what a page of another version did is told, because the state has no place for it', () => {
  const harness = new LmsHarness();
  const session = harness.open();
  session.record({ type: 'lesson.viewed', lesson: 'of-another-version' });
  harness.flushDeferred();
  expect([session.saveStatus, session.saveProblem]).toEqual(['not-saved', 'mixed']);
});

describe('P03: a course that was updated', () => {
  test('goes on where the learner was, and names what starts afresh', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    session.record({ type: 'lesson.viewed', lesson });
    decide(session, caseId, step);
    decide(session, caseId, otherStep);
    harness.flushDeferred();
    const { structure } = course;
    const updated = {
      ...course,
      structure: {
        ...structure,
        cases: structure.cases.map((shape) => ({
          ...shape,
          steps: shape.steps.filter((one) => one !== otherStep),
        })),
      },
      earlier: { [fingerprint(structure)]: structure },
    };
    const again = harness.open(updated);
    expect(again.attempt.viewed).toEqual([lesson]);
    expect(again.attempt.cases[caseId]?.run).toEqual([step]);
    expect(again.lost).toEqual([{ part: 'case', id: caseId, why: 'changed' }]);
  });
});

describe('P15: an API that fails', () => {
  test.for(['throws', 'false'] as const)('refuses the session when Initialize %s', (how) => {
    const harness = new LmsHarness();
    harness.lms.broken = { LMSInitialize: how };
    expect(() => harness.open()).toThrow(TrackingError);
  });

  test('P11: a second Initialize, which Moodle answers by throwing, is a refusal like any other', () => {
    const api = new FakeLms(standard12, { moodle: true }).launch().API ?? {};
    scorm12Driver(api).open();
    expect(() => scorm12Driver(api).open()).toThrow(TrackingError);
  });

  test.for(['1', 1, true, undefined])(
    'P08: takes %j for true, as long as no error is left',
    (answer) => {
      const api = {
        LMSInitialize: () => answer,
        LMSGetValue: () => '',
        LMSSetValue: () => answer,
        LMSCommit: () => answer,
        LMSFinish: () => answer,
        LMSGetLastError: () => 0,
        LMSGetErrorString: () => '',
      };
      const driver = scorm12Driver(api);
      expect(driver.open().mode).toBe('normal');
      expect(() => driver.close()).not.toThrow();
      const broken = { ...api, LMSInitialize: () => 'false' };
      expect(() => scorm12Driver(broken).open()).toThrow(TrackingError);
    },
  );

  test.for([{}, { LMSInitialize: 'no function' }])(
    'refuses the session of an API that is %j',
    (api) => {
      expect(() => scorm12Driver(api).open()).toThrow('LMSInitialize was refused (missing)');
    },
  );

  test('P16: a SetValue that throws is shown as not saved, and the lesson goes on', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    harness.lms.broken = { LMSSetValue: 'throws' };
    passCheck(session, 3);
    harness.flushDeferred();
    expect(session.saveStatus).toBe('failing');
    expect(session.attempt.checks['module-0']?.tries).toEqual([1]);
    harness.lms.broken = {};
    harness.wait(10);
    expect(session.saveStatus).toBe('kept');
    expect(harness.lms.kept.get('cmi.interactions.0.result')).toBe('correct');
  });
});
