import type { Role } from './role.ts';
import type { Stage } from './stage.ts';
import { type Track } from './track.ts';

/** The parts of a course that its way depends on; a `Course` has them. */
export interface WayCourse {
  readonly modules: readonly WayModule[];
  readonly assessment?: object | undefined;
}

interface WayModule {
  readonly id: string;
  readonly lessons: readonly { readonly id: string }[];
  readonly cases: readonly WayCase[];
  readonly check?: object | undefined;
}

interface WayCase {
  readonly id: string;
  readonly stage?: Stage | undefined;
  readonly roles: readonly Role[];
}

type WayTrack = Pick<Track, 'lessons' | 'cases' | 'roles' | 'first'>;

/** A page to which "Next" may lead. */
export interface Stop {
  readonly kind: 'introduction' | 'lesson' | 'case' | 'check' | 'summary' | 'card' | 'final';
  /** Path of the page below the language, such as `trial/choosing-a-sentence`. */
  readonly path: string;
  /** Id of the module, of a lesson or of a case; `final` for the final. */
  readonly id: string;
  /** Id of its module; absent for the final. */
  readonly module?: string;
}

/** Every page of the course in order: each module from its introduction to its bench card, then the final. */
export function wholeWay({ modules, assessment }: WayCourse): Stop[] {
  return [
    ...modules.flatMap((module) => {
      const stop = (kind: Stop['kind'], path: string, id = module.id): Stop[] => [
        { kind, path, id, module: module.id },
      ];
      return [
        ...stop('introduction', `${module.id}/introduction`),
        ...module.lessons.flatMap(({ id }) => stop('lesson', `${module.id}/${id}`, id)),
        ...module.cases.flatMap(({ id }) => stop('case', `cases/${id}`, id)),
        ...(module.check ? stop('check', `${module.id}/check`) : []),
        ...stop('summary', `${module.id}/summary`),
        ...stop('card', `${module.id}/bench-card`),
      ];
    }),
    ...(assessment ? [{ kind: 'final', path: 'final', id: 'final' } as const] : []),
  ];
}

/**
 * The pages of a track, in the order in which "Next" leads through them: its first lesson, its other core lessons, the
 * cases it suggests, and the final. The check, summary and bench card of a module are included only if at least half of
 * its lessons are core, so that nobody is examined on a whole module after a page or two of it.
 */
export function trackWay(course: WayCourse, track: WayTrack): Stop[] {
  const suggested = suggestedCases(course, track);
  const ends = course.modules.filter(({ lessons }) => isMostlyCore(lessons, track));
  const way = wholeWay(course).filter(({ kind, id, module }) => {
    if (kind === 'lesson') return track.lessons.includes(id);
    if (kind === 'case') return suggested.includes(id);
    if (kind === 'introduction') return false;
    return kind === 'final' || ends.some((end) => end.id === module);
  });
  const isFirst = ({ kind, id }: Stop) => kind === 'lesson' && id === track.first;
  return [...way.filter(isFirst), ...way.filter((stop) => !isFirst(stop))];
}

const isMostlyCore = (lessons: WayModule['lessons'], track: WayTrack) =>
  lessons.filter(({ id }) => track.lessons.includes(id)).length * 2 >= lessons.length;

/**
 * Ids of the cases that a track suggests, in the order of the course. From each group of which the track requires one
 * case, it suggests the first that has a role of the track, or else the first.
 */
export function suggestedCases(
  { modules }: Pick<WayCourse, 'modules'>,
  { cases: rule, roles }: Pick<Track, 'cases' | 'roles'>,
): string[] {
  const staged = modules.flatMap(({ cases }) => cases).filter(({ stage }) => stage !== undefined);
  const groups = Map.groupBy(staged, ({ stage }) => (rule === 'one' ? 'any' : stage));
  const chosen = [...groups.values()].map(
    (group) => group.find((one) => one.roles.some((role) => roles.includes(role))) ?? group[0],
  );
  return staged.filter((one) => chosen.includes(one)).map(({ id }) => id);
}

/** Ids of the tracks that suggest a case, for the attribute `data-for` of a page. */
export const tracksSuggesting = (
  course: WayCourse & { readonly tracks: readonly (WayTrack & { readonly id: string })[] },
  id: string,
): string =>
  course.tracks
    .filter((track) => suggestedCases(course, track).includes(id))
    .map((track) => track.id)
    .join(' ');

/**
 * The stop to which "Next" leads from a page. From a page that is not on the way, this is the next page of the way in
 * the order of the course.
 * @param whole every page of the course in order
 * @returns undefined at the end of the way
 */
export function nextStop(
  way: readonly Stop[],
  whole: readonly Stop[],
  path: string,
): Stop | undefined {
  const place = (stops: readonly Stop[]) => stops.findIndex((stop) => stop.path === path);
  const here = place(way);
  if (here >= 0) return way[here + 1];
  const after = new Set(whole.slice(place(whole) + 1).map((stop) => stop.path));
  return way.find((stop) => after.has(stop.path));
}

/** The previous page on the way; for a page that is not on the way, the previous page of the course. */
export function previousStop(
  way: readonly Stop[],
  whole: readonly Stop[],
  path: string,
): Stop | undefined {
  const stops = way.some((stop) => stop.path === path) ? way : whole;
  return stops[stops.findIndex((stop) => stop.path === path) - 1];
}
