import { describe, expect, test } from 'vitest';
import { cmi5Driver } from '../../scorm/standards/cmi5/driver.ts';
import { launchParameters } from '../../scorm/standards/cmi5/launch-url.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import type { Driver } from '../../src/progress/driver.ts';
import { openSession } from '../../src/progress/open-session.ts';
import type { Session } from '../../src/progress/session.ts';
import type { TextStore } from '../../src/progress/text-store.ts';
import { FakeCmi5Lms } from './fake-cmi5/fake-cmi5.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';
import { course, decide, passCheck } from './lms-harness.ts';

/** What an LMS holds in the end, in words that all standards share. */
interface Held {
  readonly completion: string;
  readonly success: string;
  readonly score: number;
  /** Ids of answers and decisions with their results, sorted: cmi5 lists every answer, SCORM a row for each. */
  readonly rows: readonly string[];
}

/** One learner's place in one standard. */
interface Place {
  launch(): Driver;
  /** Loses what is sent next, on the way. */
  lose(): void;
  find(): void;
  held(): Held;
}

const memory = (): TextStore => {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
};

function scormPlace(standard: typeof standard12): Place {
  const lms = new FakeLms(standard);
  const is12 = standard.apiName === 'API';
  const value = (name: string) => lms.kept.get(name) ?? '';
  return {
    launch() {
      const api = lms.launch()[standard.apiName] ?? {};
      return is12 ? scorm12Driver(api) : scorm2004Driver(api);
    },
    lose: () => void (lms.broken = { [standard.functions.commit]: 'false' }),
    find: () => void (lms.broken = {}),
    held() {
      const status = value('cmi.core.lesson_status');
      const count = [...lms.kept.keys()].filter((name) =>
        /^cmi\.interactions\.\d+\.id$/.test(name),
      );
      return {
        completion: is12
          ? status === 'passed' || status === 'completed'
            ? 'completed'
            : 'incomplete'
          : value('cmi.completion_status'),
        success: is12 ? status : value('cmi.success_status'),
        score: is12 ? Number(value('cmi.core.score.raw')) / 100 : Number(value('cmi.score.scaled')),
        rows: count
          .map((_, row) => {
            const result = value(`cmi.interactions.${row}.result`);
            return `${value(`cmi.interactions.${row}.id`)} ${result === 'wrong' ? 'incorrect' : result}`;
          })
          .toSorted(),
      };
    },
  };
}

function cmi5Place(now: () => number): Place {
  const lms = new FakeCmi5Lms();
  lms.now = now;
  const device = memory();
  return {
    launch() {
      const launched = launchParameters(lms.launch());
      if (!launched) throw new Error('no launch');
      const window = memory();
      return cmi5Driver(launched, {
        fetch: lms.fetch,
        now,
        ofWindow: () => window,
        ofDevice: () => device,
        isLeaving: () => false,
        mayReturn: () => false,
        goTo: () => undefined,
      });
    },
    lose: () => void (lms.fault = ({ method }) => (method === 'GET' ? undefined : 'lost')),
    find: () => void (lms.fault = () => undefined),
    held() {
      expect(lms.refused).toEqual([]);
      // A later answer to the same question stands for the earlier, as a row that is written over.
      const latest = new Map(
        lms.statements
          .filter(({ verb }) => verb?.id?.endsWith('answered'))
          .map(({ object, result }) => [
            object?.id?.split('/').at(-1) ?? '',
            result?.success === undefined ? 'neutral' : result.success ? 'correct' : 'incorrect',
          ]),
      );
      const passed = lms.statements.find(({ verb }) => verb?.id?.endsWith('passed'));
      return {
        completion: lms.verbs.includes('completed') ? 'completed' : 'incomplete',
        success: passed ? 'passed' : 'unknown',
        score: passed?.result?.score?.['scaled'] ?? Number.NaN,
        rows: [...latest].map(([id, result]) => `${id} ${result}`).toSorted(),
      };
    },
  };
}

/** One learner: lessons, right and wrong answers, every case, a failed check and a passed one, three returns, a lost write. */
async function study(place: Place, clock: { time: number }) {
  const device = memory();
  let deferred: (() => void)[] = [];
  const open = async (): Promise<Session> => {
    deferred = [];
    const driver = place.launch();
    return openSession(driver, await driver.open(), course, {
      place: 'lms',
      store: () => device,
      now: () => clock.time,
      defer: (work) => void deferred.push(work),
      after: () => () => undefined,
      isVisible: true,
    });
  };
  const settle = async () => {
    for (const work of deferred.splice(0)) work();
    for (let turns = 0; turns < 40; turns++) await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const pass = (seconds: number) => void (clock.time += seconds * 1000);

  let session = await open();
  for (const lesson of course.structure.lessons.slice(0, 2)) {
    session.record({ type: 'page.opened', page: lesson });
    pass(60);
    session.record({ type: 'lesson.viewed', lesson });
    await settle();
  }
  await session.close();

  session = await open();
  const [first, ...others] = course.structure.cases;
  if (first) decide(session, first.id, first.steps[0] ?? '', 'ending-0');
  await settle();
  passCheck(session, 1);
  await settle();
  await session.close();

  session = await open();
  place.lose();
  for (const { id, steps } of others) decide(session, id, steps[0] ?? '', 'ending-0');
  await settle();
  place.find();
  for (const lesson of course.structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  await settle();
  await session.close();

  session = await open();
  passCheck(session, 3);
  pass(30);
  session.record({ type: 'page.opened', page: course.structure.lessons[1] ?? '' });
  await settle();
  await session.close();
  const { attempt } = await open();
  return { attempt, held: place.held() };
}

const targets = {
  'SCORM 1.2': () => scormPlace(standard12),
  'SCORM 2004, both editions': () => scormPlace(standard2004),
  cmi5: cmi5Place,
} as const;

describe('parity: the same learner in every standard', () => {
  const studied = async (name: keyof typeof targets) => {
    const clock = { time: Date.UTC(2026, 10, 24, 9) };
    return study(
      targets[name](() => clock.time),
      clock,
    );
  };

  test.for(['SCORM 2004, both editions', 'cmi5'] as const)(
    '%s ends with the record, the status, the score and the answers of SCORM 1.2',
    async (name) => {
      const reference = await studied('SCORM 1.2');
      const other = await studied(name);
      expect(other.attempt).toEqual(reference.attempt);
      expect(other.held).toEqual(reference.held);
    },
  );

  test('the record is what was done, to the minute and the place', async () => {
    const { attempt, held } = await studied('cmi5');
    expect(attempt.viewed.toSorted()).toEqual(course.structure.lessons.toSorted());
    expect(Object.values(attempt.cases).every(({ finished }) => finished)).toBe(true);
    expect(attempt.checks['module-0']?.tries).toEqual([1 / 3, 1]);
    expect(attempt.location).toBe(course.structure.lessons[1]);
    expect(attempt.seconds).toBe(150);
    expect(held).toMatchObject({ completion: 'completed', success: 'passed', score: 1 });
  });
});
