import type { Course } from '../course/course.ts';
import { nextStop, previousStop, type Stop, trackWay, wholeWay } from '../course/way.ts';
import { address, moduleAddress } from './address.ts';
import type { Reading } from './reading.ts';

/** A link to a neighbouring page. */
export interface PageLink {
  readonly href: string;
  readonly title: string;
}

/** A link that replaces another on some tracks. */
export interface TrackLink extends PageLink {
  readonly rel: 'prev' | 'next';
  /** Ids of the tracks. */
  readonly tracks: readonly string[];
}

/** The links to the previous and next page, in course order and on each track. */
export interface PaginationLinks {
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  /** Links of tracks that differ from course order. */
  readonly onTracks: readonly TrackLink[];
}

/**
 * The links to the pages before and after a page of the course: in course order, and on each track.
 * @param path path of the page, relative to the language, such as `trial/check`
 */
export function paginationOf({ course, module, t }: Reading, path: string): PaginationLinks {
  const whole = wholeWay(course);
  const link = (stop: Stop): PageLink => {
    const { href, name } = stopNamed(course, t, stop);
    const foreign = stop.module !== module?.id && shortOf(course, stop);
    return { href, title: foreign ? `${name}: ${foreign}` : name };
  };
  const before = previousStop(whole, whole, path);
  const after = nextStop(whole, whole, path);
  const onTracks = new Map<string, { rel: TrackLink['rel']; stop: Stop; tracks: string[] }>();
  for (const track of course.tracks) {
    const way = trackWay(course, track);
    const stops = [
      { rel: 'prev', stop: previousStop(way, whole, path), plain: before },
      { rel: 'next', stop: nextStop(way, whole, path), plain: after },
    ] as const;
    for (const { rel, stop, plain } of stops) {
      if (stop === undefined || stop.path === plain?.path) continue;
      const key = `${rel} ${stop.path}`;
      onTracks.set(key, { rel, stop, tracks: [...(onTracks.get(key)?.tracks ?? []), track.id] });
    }
  }
  return {
    previous: before && link(before),
    next: after && link(after),
    onTracks: [...onTracks.values()].map(({ rel, stop, tracks }) => ({
      rel,
      tracks,
      ...link(stop),
    })),
  };
}

/** The short name of the module, for pages named by their kind; it is shown beside the name if the module differs. */
const shortOf = (course: Course, { kind, module }: Stop) =>
  ['check', 'summary', 'card'].includes(kind) &&
  course.modules.find(({ id }) => id === module)?.short;

/** Address and name of a page to which "Next" may lead. @throws if the course has no page with that id */
function stopNamed(course: Course, t: Reading['t'], { kind, id, module: within, path }: Stop) {
  if (kind === 'final') return { href: address(course, path), name: t('assessment.final') };
  const module = course.modules.find((one) => one.id === within);
  if (module === undefined) throw new Error(`the course has no module ${within}`);
  if (kind === 'lesson' || kind === 'case') {
    const found = [...module.lessons, ...module.cases].find((one) => one.id === id);
    if (found === undefined) throw new Error(`the module ${module.id} has no ${kind} ${id}`);
    const name = kind === 'case' ? `${t('case.label')}: ${found.title}` : found.title;
    return { href: `/${found.href}`, name };
  }
  if (kind === 'introduction') {
    const minutes = t('site.minutes', { count: module.minutes });
    return {
      href: moduleAddress(course, module),
      name: `${t('module.label')}: ${module.short}\u00a0· ${minutes}`,
    };
  }
  const page = kind === 'card' ? 'bench-card' : kind;
  const name = t(kind === 'card' ? 'module.benchCard' : `module.${kind}`);
  return { href: moduleAddress(course, module, page), name };
}

/** The links from a page to the previous and next page of a list. */
export function neighbours(
  pages: readonly { readonly id: string; readonly title: string; readonly href: string }[],
  id: string,
): Omit<PaginationLinks, 'onTracks'> {
  const here = pages.findIndex((page) => page.id === id);
  const link = (page: (typeof pages)[number] | undefined): PageLink | undefined =>
    page && { href: `/${page.href}`, title: page.title };
  return { previous: link(pages[here - 1]), next: link(pages[here + 1]) };
}
