import type { Structure } from '../../src/course/structure.ts';

/** The current ids of a module, or of the whole course. */
export type Ids = Readonly<
  Record<'lessons' | 'cases' | 'objectives' | 'checks', ReadonlySet<string>>
>;

/**
 * Candidate structures of a module in an earlier version of a course. A structure does not record the module of a
 * removed page. A removed page between two pages of the module belonged to the module; a removed page next to the first
 * or last page of the module may have belonged to it. The reader of stored progress selects the right candidate by
 * fingerprint.
 * @param moduleIds current ids of the module
 * @param courseIds current ids of the whole course
 */
export function earlierParts(earlier: Structure, moduleIds: Ids, courseIds: Ids): Structure[] {
  const lists = <T>(name: keyof Ids, all: readonly T[], idOf: (item: T) => string) =>
    candidates(
      all,
      (item) => moduleIds[name].has(idOf(item)),
      (item) => !courseIds[name].has(idOf(item)),
    );
  const lessons = lists('lessons', earlier.lessons, (id) => id);
  const cases = lists('cases', earlier.cases, ({ id }) => id);
  const objectives = lists('objectives', earlier.objectives, (id) => id);
  const checks = earlier.checks.filter(({ id }) => moduleIds.checks.has(id));
  return lessons.flatMap((ofLessons) =>
    cases.flatMap((ofCases) =>
      objectives.map((ofObjectives) => ({
        lessons: ofLessons,
        cases: ofCases,
        checks,
        objectives: ofObjectives,
      })),
    ),
  );
}

/** The maximal runs of items that satisfy a predicate. */
const runs = <T>(items: readonly T[], is: (item: T) => boolean): T[][] =>
  items.flatMap((item, i) => {
    const before = items[i - 1];
    const begins = is(item) && (before === undefined || !is(before));
    return begins ? [run(items.slice(i), is)] : [];
  });

/**
 * Every candidate list: own items, removed items between them, and 0 to all of the removed items adjacent at
 * either end.
 */
function candidates<T>(
  all: readonly T[],
  isOwn: (item: T) => boolean,
  isGone: (item: T) => boolean,
): T[][] {
  const first = all.findIndex(isOwn);
  if (first < 0) return [[], ...runs(all, isGone)];
  const last = all.findLastIndex(isOwn);
  const inner = all.slice(first, last + 1).filter((item) => isOwn(item) || isGone(item));
  const before = run(all.slice(0, first).toReversed(), isGone).toReversed();
  const after = run(all.slice(last + 1), isGone);
  return [...before.keys(), before.length].flatMap((from) =>
    [...after.keys(), after.length].map((to) => [
      ...before.slice(before.length - from),
      ...inner,
      ...after.slice(0, to),
    ]),
  );
}

/** The leading items that satisfy a predicate. */
function run<T>(items: readonly T[], is: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !is(item));
  return items.slice(0, end < 0 ? items.length : end);
}
