import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/course/fingerprint.ts';
import type { Structure } from '../../../src/course/structure.ts';
import type { Attempt } from '../../../src/progress/attempt.ts';
import type { ReleasedCourse } from '../../../src/progress/session.ts';
import { Cmi5Harness } from '../fake-cmi5/harness.ts';
import { launchedSession } from '../launched-session.ts';
import { course, decide, passCheck } from '../lms-harness.ts';

/** Data that a cmi5 package leaves with a platform and on the device, in its first form. */
interface Released {
  readonly structure: Structure;
  /** The state document `ati.progress`. */
  readonly progress: Readonly<Record<string, unknown>>;
  /** Statements that no platform has taken yet, as they wait in the storage of the browser. */
  readonly waiting: readonly { readonly id: string; readonly verb: string }[];
  readonly read: Attempt;
}

// Never written anew: a form that changes has a file of its own.
const released = () =>
  JSON.parse(readFileSync('tests/fixtures/released/cmi5-1.json', 'utf8')) as Released;

const begun = (place: Cmi5Harness, of: ReleasedCourse) =>
  launchedSession(place.launch(), { now: () => place.time, of });

/** A learner whose answers find no platform at the end. */
async function leave(place: Cmi5Harness) {
  const { session, settle } = await begun(place, course);
  for (const lesson of course.structure.lessons.slice(0, 2)) {
    session.record({ type: 'page.opened', page: lesson });
    session.record({ type: 'lesson.viewed', lesson });
  }
  const [first] = course.structure.cases;
  decide(session, first?.id ?? '', first?.steps[0] ?? '', 'ending-0');
  passCheck(session, 1);
  await settle();
  place.lms.fault = ({ method }) => (method === 'POST' ? 'lost' : undefined);
  passCheck(session, 3);
  await settle();
  await session.close();
  place.lms.fault = () => undefined;
}

test('P03: what a package of the first form left is read, of the same course and of a longer one', async () => {
  const { structure, progress, read } = released();
  for (const lessons of [structure.lessons, ['a-new-beginning', ...structure.lessons]]) {
    const place = new Cmi5Harness();
    place.lms.documents.put('ati.progress', progress);
    const earlier = { [fingerprint(structure)]: structure };
    const { session } = await begun(place, {
      ...course,
      structure: { ...structure, lessons },
      earlier,
    });
    expect(session.lost).toEqual([]);
    expect(session.attempt).toMatchObject({
      ...{ cases: read.cases, checks: read.checks, location: read.location },
    });
    expect(session.attempt.viewed.toSorted()).toEqual([...read.viewed].toSorted());
    await session.close();
  }
});

test('P26: statements that waited on the device in the first form are told in the next session, after its beginning', async () => {
  const { waiting, progress } = released();
  expect(waiting.length).toBeGreaterThan(3);
  const place = new Cmi5Harness();
  place.lms.documents.put('ati.progress', progress);
  place.waiting.text = JSON.stringify(waiting);
  const { session, settle } = await begun(place, course);
  session.record({ type: 'page.opened', page: course.structure.lessons[2] ?? '' });
  await settle();
  await session.close();
  const answered = waiting.filter(({ verb }) => verb === 'answered' || verb === 'scored');
  expect(place.lms.statements.map(({ id }) => id)).toEqual(
    expect.arrayContaining(answered.map(({ id }) => id)),
  );
  expect(place.lms.verbs[0]).toBe('initialized');
  expect(place.lms.refused).toEqual([]);
});

test('the first form is still current: a package writes the same today', async () => {
  const { progress, waiting } = released();
  const place = new Cmi5Harness();
  await leave(place);
  expect(place.lms.documents.get('ati.progress')).toEqual(progress);
  const now = JSON.parse(place.waiting.text) as Released['waiting'];
  expect(now.map((fact) => Object.keys(fact))).toEqual(waiting.map((fact) => Object.keys(fact)));
});
