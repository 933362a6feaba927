import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { courseScope } from '../../scorm/package/scope.ts';
import { inUnits } from '../../scorm/package/units.ts';
import { completionRule } from '../../src/course/completion.ts';
import type { Course } from '../../src/course/course.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import type { Structure } from '../../src/course/structure.ts';
import type { Attempt } from '../../src/progress/attempt.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import type { Session, ReleasedCourse } from '../../src/progress/session.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { launchedSession } from './launched-session.ts';
import { course, decide, finish, passCheck } from './lms-harness.ts';
import { places, type Place } from './places.ts';

const standards = ['SCORM 1.2', 'SCORM 2004, both editions', 'cmi5'] as const;

/** A learner in one standard, who opens each time on a device that nobody used: only the LMS keeps anything. */
function learner(name: (typeof standards)[number]) {
  const clock = { time: Date.UTC(2026, 10, 24, 9) };
  const place: Place = places[name](() => clock.time);
  let settle = () => Promise.resolve();
  const open = async (of: ReleasedCourse): Promise<Session> => {
    const launched = await launchedSession(place.launch(), { now: () => clock.time, of });
    settle = launched.settle;
    return launched.session;
  };
  return { place, open, settle: () => settle() };
}

const { structure } = course;
const [one = '', two = '', three = ''] = structure.lessons;
const [first, second] = structure.cases;

/** The course as a later version has it; progress of the one before can be read. */
const updated = (changes: Partial<Structure>): ReleasedCourse => ({
  ...course,
  structure: { ...structure, ...changes },
  earlier: { [fingerprint(structure)]: structure },
});

/** Leaves an attempt: two lessons, a case played to an end, another begun, a check that was not passed. */
async function leave({ open, settle }: ReturnType<typeof learner>): Promise<Attempt> {
  const session = await open(course);
  for (const lesson of [one, two]) {
    session.record({ type: 'page.opened', page: lesson });
    session.record({ type: 'lesson.viewed', lesson });
  }
  decide(session, first?.id ?? '', first?.steps[0] ?? '', 'ending-0');
  decide(session, second?.id ?? '', second?.steps[1] ?? '');
  passCheck(session, 1);
  await settle();
  const { attempt } = session;
  await session.close();
  return attempt;
}

const changes: Readonly<Record<string, Partial<Structure>>> = {
  'pages added before, between and behind': {
    lessons: ['a-new-beginning', one, 'a-new-middle', two, three, 'a-new-end'],
  },
  'pages in another order': { lessons: structure.lessons.toReversed() },
  'cases in another order, and one more': {
    cases: [
      { ...structure.cases[0], id: 'a-new-case' } as Structure['cases'][number],
      ...structure.cases.toReversed(),
    ],
  },
  'a case with one more choice': {
    cases: structure.cases.map((each) => ({
      ...each,
      steps: [...each.steps, 'scene-2.a-new-one'],
    })),
  },
};

describe.for(standards)('P03: an update of the course, in %s', (name) => {
  test.for(Object.entries(changes))('keeps progress by id over %s', async ([, change]) => {
    const who = learner(name);
    const left = await leave(who);
    const session = await who.open(updated(change));
    expect(session.lost).toEqual([]);
    expect(session.attempt.viewed.toSorted()).toEqual([one, two].toSorted());
    expect(session.attempt.cases).toEqual(left.cases);
    expect(session.attempt.checks).toEqual(left.checks);
    expect(session.attempt.location).toBe(left.location);
    await session.close();
  });

  test('loses only the page itself when a page is removed', async () => {
    const who = learner(name);
    const left = await leave(who);
    const session = await who.open(updated({ lessons: [two, three] }));
    expect(session.attempt.viewed).toEqual([two]);
    expect(session.attempt.cases).toEqual(left.cases);
    expect(session.attempt.checks).toEqual(left.checks);
    await session.close();
  });

  test('starts again only the case in which a choice was taken back', async () => {
    const who = learner(name);
    const left = await leave(who);
    const taken = second?.steps[1];
    const cases = structure.cases.map((each) =>
      each.id === second?.id
        ? { ...each, steps: each.steps.filter((step) => step !== taken) }
        : each,
    );
    const session = await who.open(updated({ cases }));
    expect(session.lost).toEqual([{ part: 'case', id: second?.id, why: 'changed' }]);
    expect(session.attempt.cases[first?.id ?? '']).toEqual(left.cases[first?.id ?? '']);
    expect(session.attempt.viewed.toSorted()).toEqual([one, two].toSorted());
    await session.close();
  });

  test('lowers neither status nor score of who was done, though there is more to read', async () => {
    const who = learner(name);
    const session = await who.open(course);
    finish(session, () => undefined);
    await who.settle();
    await session.close();
    const done = who.place.held();
    expect(done).toMatchObject({ completion: 'completed', success: 'passed', score: 1 });
    const again = await who.open(updated({ lessons: [...structure.lessons, 'a-new-end'] }));
    again.record({ type: 'page.opened', page: 'a-new-end' });
    await who.settle();
    await again.close();
    expect(who.place.held()).toEqual(done);
  });
});

describe('P03: an update of the course in a package of modules', () => {
  /** The first module of a course, as its SCO has it. */
  const moduleOf = (of: Course): ReleasedCourse => {
    const [unit] = inUnits(courseScope(of)).units ?? [];
    if (!unit) throw new Error('The course has no parts.');
    return { ...unit.course, rule: completionRule(unit.course) };
  };
  /** A later version of the tiny course, which can read progress of the first. */
  const later = (change: {
    readonly lessons?: readonly string[];
    readonly cases?: Structure['cases'];
  }): Course => ({
    ...tinyCourse,
    version: '2.0.0',
    structure: { ...tinyCourse.structure, ...change },
    earlier: { [fingerprint(tinyCourse.structure)]: tinyCourse.structure },
    modules: tinyCourse.modules.map((module, place) =>
      place > 0 || !change.lessons
        ? module
        : {
            ...module,
            lessons: change.lessons
              .filter((id) => id !== 'sentence')
              .map((id) => ({ ...(module.lessons[0] as (typeof module.lessons)[number]), id })),
          },
    ),
  });
  const [read = ''] = tinyCourse.structure.lessons;
  const [story] = tinyCourse.structure.cases;

  async function begun() {
    const who = learner('SCORM 2004, both editions');
    const session = await who.open(moduleOf(tinyCourse));
    session.record({ type: 'page.opened', page: read });
    session.record({ type: 'lesson.viewed', lesson: read });
    decide(session, story?.id ?? '', story?.steps[0] ?? '', story?.endings[0] ?? '');
    await who.settle();
    const { attempt } = session;
    await session.close();
    return { who, attempt };
  }

  test.for([
    [
      'pages added before and behind',
      { lessons: ['a-new-beginning', read, 'a-new-end', 'sentence'] },
    ],
    ['pages in another order', { lessons: ['sentence', 'a-new-page', read] }],
    [
      'a case with one more choice',
      {
        cases: tinyCourse.structure.cases.map((each) => ({
          ...each,
          steps: [...each.steps, 'search.a-new-choice'],
        })),
      },
    ],
  ] as const)('keeps progress of a module by id over %s', async ([, change]) => {
    const { who, attempt } = await begun();
    const session = await who.open(moduleOf(later(change)));
    expect(session.lost).toEqual([]);
    expect(session.attempt.viewed).toEqual([read]);
    expect(session.attempt.cases).toEqual(attempt.cases);
    expect(session.attempt.location).toBe(read);
    await session.close();
  });

  test('loses only the page itself when a page is removed', async () => {
    const { who, attempt } = await begun();
    const session = await who.open(moduleOf(later({ lessons: ['another-page', 'sentence'] })));
    expect(session.attempt.viewed).toEqual([]);
    expect(session.attempt.cases).toEqual(attempt.cases);
    await session.close();
  });
});

describe('P03: progress that version 0.1.0 left in an LMS', () => {
  const released = JSON.parse(
    readFileSync('tests/fixtures/released/form-1.json', 'utf8'),
  ) as Readonly<
    Record<
      string,
      {
        readonly structure: Structure;
        readonly attempts: Readonly<
          Record<string, { readonly suspendData: string; readonly read: Attempt }>
        >;
      }
    >
  >;
  const left = Object.values(released).flatMap((kept) =>
    Object.entries(kept.attempts).map(([name, each]) => ({
      ...{ name, structure: kept.structure, ...each },
    })),
  );
  const kinds = ['SCORM 1.2', 'SCORM 2004, both editions'] as const;

  test.for(kinds.flatMap((kind) => left.map((each) => ({ kind, ...each }))))(
    '$kind, $name: is read by this version, of the same course and of a longer one',
    async ({ kind, structure: old, suspendData, read }) => {
      const viewed = (fromRecord(toRecord(read)) as Attempt).viewed.toSorted();
      for (const lessons of [old.lessons, ['a-new-beginning', ...old.lessons]]) {
        const { place, open } = learner(kind);
        place.keep({ suspendData, location: read.location });
        const session = await open({
          ...{ ...course, structure: { ...old, lessons } },
          earlier: { [fingerprint(old)]: old },
        });
        expect(session.lost).toEqual([]);
        expect(session.attempt.viewed.toSorted()).toEqual(viewed);
        expect(Object.keys(session.attempt.cases).toSorted()).toEqual(
          Object.keys(read.cases).toSorted(),
        );
        await session.close();
      }
    },
  );
});
