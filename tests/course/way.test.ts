import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { caseGroups } from '../../src/course/completion.ts';
import { roles } from '../../src/course/role.ts';
import { stages } from '../../src/course/stage.ts';
import {
  nextStop,
  previousStop,
  suggestedCases,
  trackWay,
  wholeWay,
  type Stop,
  type WayCourse,
} from '../../src/course/way.ts';

/** Every page that "Next" leads through from the first, with a guard against a circle. */
function follow(way: readonly Stop[], whole: readonly Stop[]): string[] {
  const paths: string[] = [];
  let stop = way[0];
  while (stop !== undefined && paths.length <= whole.length) {
    paths.push(stop.path);
    stop = nextStop(way, whole, stop.path);
  }
  return paths;
}

const someCase = fc.record({
  stage: fc.option(fc.constantFrom(...stages), { nil: undefined }),
  roles: fc.subarray([...roles], { minLength: 1, maxLength: 2 }),
});
const someModule = fc.record({
  lessons: fc.integer({ min: 1, max: 5 }),
  cases: fc.array(someCase, { maxLength: 3 }),
  hasCheck: fc.boolean(),
});
/** A course and a track of it: ids tell where a thing stands. */
const courseAndTrack = fc
  .record({
    modules: fc.array(someModule, { minLength: 1, maxLength: 5 }),
    core: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
    first: fc.nat(),
    rule: fc.constantFrom('one' as const, 'one-per-stage' as const),
    role: fc.constantFrom(...roles),
    hasFinal: fc.boolean(),
  })
  .map(({ modules, core, first, rule, role, hasFinal }) => {
    const course: WayCourse = {
      modules: modules.map(({ lessons, cases, hasCheck }, m) => ({
        id: `m${m}`,
        lessons: Array.from({ length: lessons }, (_, l) => ({ id: `m${m}-l${l}` })),
        cases: cases.map((one, c) => ({ id: `m${m}-c${c}`, ...one })),
        ...(hasCheck && { check: {} }),
      })),
      ...(hasFinal && { assessment: {} }),
    };
    const all = course.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id));
    const lessons = all.filter((_, index) => index === 0 || core[index] === true);
    const track = { lessons, cases: rule, roles: [role], first: lessons[first % lessons.length] };
    return { course, track };
  });

describe('the way through a course', () => {
  test('by Next leads from the first page through every core page once, and ends at the final', () => {
    fc.assert(
      fc.property(courseAndTrack, ({ course, track }) => {
        const whole = wholeWay(course);
        const paths = follow(trackWay(course, track), whole);
        expect(new Set(paths).size).toBe(paths.length);
        const met = (id: string) =>
          paths.filter((path) => path.split('/').at(-1) === id).length === 1;
        expect(track.lessons.filter((id) => !met(id))).toEqual([]);
        expect(suggestedCases(course, track).filter((id) => !met(id))).toEqual([]);
        expect(paths[0]).toMatch(new RegExp(`/${track.first}$`));
        if (course.assessment) expect(paths.at(-1)).toBe('final');
      }),
    );
  });

  test('leads back the way it came', () => {
    fc.assert(
      fc.property(courseAndTrack, ({ course, track }) => {
        const whole = wholeWay(course);
        const way = trackWay(course, track);
        for (const { path } of way) {
          const next = nextStop(way, whole, path);
          if (next) expect(previousStop(way, whole, next.path)?.path).toBe(path);
        }
      }),
    );
  });

  test('is come back to from every page beside it', () => {
    fc.assert(
      fc.property(courseAndTrack, ({ course, track }) => {
        const whole = wholeWay(course);
        const way = trackWay(course, track);
        if (!course.assessment) return;
        for (const { path } of whole)
          if (path !== 'final') expect(way).toContain(nextStop(way, whole, path));
      }),
    );
  });

  test('asks for the check of a module of which at least half is core, and of no other', () => {
    const module = (id: string) => ({
      id,
      lessons: ['a', 'b', 'c'].map((lesson) => ({ id: `${id}-${lesson}` })),
      cases: [],
      check: {},
    });
    const course = { modules: [module('m'), module('n')] };
    const track = {
      lessons: ['m-a', 'm-c', 'n-b'],
      cases: 'one' as const,
      roles: [],
      first: undefined,
    };
    expect(trackWay(course, track).map(({ path }) => path)).toEqual([
      'm/m-a',
      'm/m-c',
      'm/check',
      'm/summary',
      'm/bench-card',
      'n/n-b',
    ]);
  });

  test('suggests of each stage a case in a role of the track, where there is one', () => {
    const found = {
      modules: [
        {
          cases: [
            { id: 'police-case', stage: 'trial', roles: ['police'] },
            { id: 'judge-case', stage: 'trial', roles: ['judge'] },
            { id: 'any-case', stage: 'pre-trial', roles: ['police'] },
            { id: 'system-case', roles: ['judge'] },
          ],
        },
      ],
    } as unknown as WayCourse;
    const suggested = (cases: 'one' | 'one-per-stage') =>
      suggestedCases(found, { cases, roles: ['judge'] });
    expect(suggested('one-per-stage')).toEqual(['judge-case', 'any-case']);
    expect(suggested('one')).toEqual(['judge-case']);
  });
});

describe('the ways of this course', () => {
  const course = loadCourse('en');
  const whole = wholeWay(course);

  test.each(course.tracks.map((track) => [track.id, track] as const))(
    'on the track %s meet what completes it',
    (id, track) => {
      const paths = follow(trackWay(course, track), whole);
      const ids = paths.map((path) => path.split('/').at(-1));
      expect(ids).toEqual(expect.arrayContaining([...track.lessons, 'final']));
      const rule = { ...course.completion, track: id };
      for (const group of caseGroups({}, course.structure, rule))
        expect(group.filter((one) => ids.includes(one))).toHaveLength(1);
    },
  );

  test('begin for each profession with a lesson of its own', () => {
    const firsts = course.tracks.map(({ first }) => first);
    expect(new Set(firsts).size).toBe(firsts.length);
  });
});
