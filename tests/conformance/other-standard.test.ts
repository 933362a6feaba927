import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/progress/attempt.ts';
import { Cmi5Harness } from './fake-cmi5/harness.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import type { Driver } from '../../src/progress/driver.ts';
import { launchedSession } from './launched-session.ts';
import { course, decide, passCheck } from './lms-harness.ts';

/** Data of a learner on a platform: the encoded attempt and the place, wherever a standard keeps them. */
interface Stored {
  suspendData: string;
  location: string;
}

/** A platform of one standard whose record of a learner can be read and put there. */
interface Shelf {
  launch(): Driver;
  get(): Stored;
  put(stored: Stored): void;
  /** All kept data, as text. */
  kept(): string;
  now(): number;
}

function scorm(standard: typeof standard12): Shelf {
  const lms = new FakeLms(standard);
  const is12 = standard.apiName === 'API';
  const [place, status, exit] = is12
    ? ['cmi.core.lesson_location', 'cmi.core.lesson_status', 'cmi.core.exit']
    : ['cmi.location', 'cmi.completion_status', 'cmi.exit'];
  return {
    launch() {
      const api = lms.launch()[standard.apiName] ?? {};
      return is12 ? scorm12Driver(api) : scorm2004Driver(api);
    },
    get: () => ({
      suspendData: lms.kept.get('cmi.suspend_data') ?? '',
      location: lms.kept.get(place) ?? '',
    }),
    put({ suspendData, location }) {
      for (const [name, value] of [
        ['cmi.suspend_data', suspendData],
        [place, location],
        [status, 'incomplete'],
        [exit, 'suspend'],
      ] as const)
        lms.kept.set(name, value);
    },
    kept: () => lms.kept.get('cmi.suspend_data') ?? '',
    now: () => Date.UTC(2026, 10, 24, 9),
  };
}

function cmi5(): Shelf {
  const place = new Cmi5Harness();
  const document = () => place.lms.documents.get('ati.progress');
  return {
    launch: () => place.launch(),
    get: () => document() as Stored,
    put(stored) {
      place.lms.documents.put('ati.progress', { ...stored });
    },
    kept: () => JSON.stringify(document()),
    now: () => place.time,
  };
}

const shelves = {
  'SCORM 1.2': () => scorm(standard12),
  'SCORM 2004': () => scorm(standard2004),
  cmi5,
};
const names = Object.keys(shelves) as (keyof typeof shelves)[];

const opened = (shelf: Shelf) => launchedSession(shelf.launch(), { now: () => shelf.now() });

async function left(shelf: Shelf): Promise<Attempt> {
  const { session, settle } = await opened(shelf);
  const [lesson = ''] = course.structure.lessons;
  const [first] = course.structure.cases;
  session.record({ type: 'page.opened', page: lesson });
  session.record({ type: 'lesson.viewed', lesson });
  decide(session, first?.id ?? '', first?.steps[0] ?? '', 'ending-0');
  passCheck(session, 1);
  await settle();
  const { attempt } = session;
  await session.close();
  return attempt;
}

describe("a learner's state from another standard", () => {
  const pairs = names.flatMap((from) =>
    names.filter((to) => to !== from).map((to) => ({ from, to })),
  );

  test.for(pairs)(
    'D13: what $from kept is read by a package of $to, whole',
    async ({ from, to }) => {
      const [before, after] = [shelves[from](), shelves[to]()];
      const attempt = await left(before);
      const { suspendData, location } = before.get();
      after.put({ suspendData, location });
      const { session } = await opened(after);
      expect(session.problem).toBeUndefined();
      expect(session.unread).toEqual([]);
      expect(session.attempt.viewed).toEqual(attempt.viewed);
      expect(session.attempt.cases).toEqual(attempt.cases);
      expect(session.attempt.checks).toEqual(attempt.checks);
      await session.close();
    },
  );

  test.for(names)(
    'P16, D13: what no package of ours wrote is told as unread in %s, and stays as it was',
    async (name) => {
      const shelf = shelves[name]();
      shelf.put({ suspendData: '{"bookmark":"slide 3","answers":[1,2]}', location: 'slide 3' });
      const before = shelf.kept();
      const { session, settle } = await opened(shelf);
      expect(session.saveStatus).toBe('unread');
      session.record({ type: 'lesson.viewed', lesson: course.structure.lessons[0] ?? '' });
      await settle();
      await session.close();
      expect(shelf.kept()).toBe(before);
    },
  );
});
