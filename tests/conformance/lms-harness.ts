import type { ScormApi } from '../../scorm/standards/scorm/find-api.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import type { ReleasedCourse, Session } from '../../src/progress/session.ts';
import { small, syntheticStructure } from '../fixtures/synthetic-course.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import type { LmsBehaviour } from './fake-lms/profiles.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';
import { openReleased } from './open-released.ts';

export const course: ReleasedCourse = {
  id: 'test-course',
  structure: syntheticStructure(small),
  earlier: {},
  rule: { lessons: 'all', cases: 'all', checks: 'passed' },
  masteryScore: 0.8,
};

/** A harness at which one learner opens the course again and again; time passes by hand. */
export class LmsHarness {
  readonly lms: FakeLms;
  readonly texts = new Map<string, string>();
  storageThrows = false;
  time = Date.UTC(2026, 10, 24, 9);
  /** Events in order, as words. */
  readonly log: string[] = [];
  private deferred: (() => void)[] = [];
  private timers: { at: number; work: () => void }[] = [];

  constructor(standard: 'scorm12' | 'scorm2004' = 'scorm12', behaviour: LmsBehaviour = {}) {
    this.lms = new FakeLms(standard === 'scorm12' ? standard12 : standard2004, behaviour);
  }

  open(of: ReleasedCourse = course): Session {
    // A new window: what was planned in the old one is gone with it.
    this.deferred = [];
    this.timers = [];
    const { apiName } = this.lms.standard;
    const api: ScormApi = this.lms.launch()[apiName] ?? {};
    const driver = apiName === 'API' ? scorm12Driver(api) : scorm2004Driver(api);
    return openReleased(driver, driver.open(), of, {
      place: 'lms',
      store: () => {
        if (this.storageThrows) throw new DOMException('denied', 'SecurityError');
        return {
          getItem: (key) => this.texts.get(key) ?? null,
          setItem: (key, text) => void this.texts.set(key, text),
          removeItem: (key) => void this.texts.delete(key),
        };
      },
      now: () => this.time,
      defer: (work) => void this.deferred.push(work),
      after: (milliseconds, work) => {
        const timer = { at: this.time + milliseconds, work };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
      isVisible: true,
    });
  }

  /** The browser paints, then does what was put off until then. */
  flushDeferred(): void {
    this.log.push('painted');
    for (const work of this.deferred.splice(0)) work();
  }

  /** Lets time pass; timers run when they are due. */
  wait(seconds: number): void {
    const end = this.time + seconds * 1000;
    for (;;) {
      const next = this.timers.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined || next.at > end) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.time = next.at;
      next.work();
    }
    this.time = end;
  }

  get commits(): number {
    return this.lms.callsOf(this.lms.standard.functions.commit).length;
  }

  /** Elements set, in order, since the n-th call. */
  set(since = 0): string[] {
    const { setValue } = this.lms.standard.functions;
    return this.lms.calls
      .slice(since)
      .filter(({ name }) => name === setValue)
      .map(({ values }) => values[0] ?? '');
  }
}

/** Does everything that completes and passes the course. */
export function finish(session: Session, paint: () => void): void {
  for (const lesson of course.structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  for (const { id, steps } of course.structure.cases)
    decide(session, id, steps[0] ?? '', 'ending-0');
  passCheck(session, 3);
  paint();
}

export function decide(session: Session, id: string, step: string, ended?: string): void {
  const [scene = '', choice = ''] = step.split('.');
  session.record(
    { type: 'case.chosen', case: id, scene, choice, ...(ended !== undefined && { ended }) },
    { result: 'correct', latency: 4.2 },
  );
}

/** A try of the check in which that many of three answers are right. */
export function passCheck(session: Session, right: number): void {
  session.record({ type: 'check.started', check: 'module-0', seed: 7, draw: 3 });
  for (let item = 0; item < 3; item++)
    session.record(
      { type: 'check.answered', check: 'module-0', item, response: ['option-1'] },
      { result: item < right ? 'correct' : 'incorrect', latency: 10 },
    );
  session.record(
    { type: 'check.finished', check: 'module-0', score: right / 3 },
    { objectives: { 'objective-0-0': right / 3 } },
  );
}
