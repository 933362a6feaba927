import type { Case, Course, Module } from '../course/course.ts';
import { trackWay, wholeWay, type Stop } from '../course/way.ts';

/** A page of the course that forms a chapter. */
export interface ChapterPlan {
  readonly kind: 'introduction' | 'lesson' | 'summary' | 'card';
  /** Prefix of every id of the chapter, so that no two chapters share one. */
  readonly key: string;
  /** Path of the page, relative to the site, such as `en/trial/choosing-a-sentence.html`. */
  readonly path: string;
}

/** The chapters of one module, followed by its cases, answers and notes. */
export interface PartPlan {
  readonly module: Module;
  readonly chapters: readonly ChapterPlan[];
  /** Cases of the module, which are only listed: a case is for playing, and its booklet prints separately. */
  readonly cases: readonly Case[];
}

/** Subject of a handbook, and its parts in order. */
export interface Handbook {
  readonly kind: 'course' | 'track' | 'module' | 'lesson';
  /** Id of the track, module or lesson; `course` for the whole. */
  readonly id: string;
  /** Path relative to the site, without extension, such as `en/handbook/tracks/judge`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly PartPlan[];
}

/** The chapter for a page on the way through the course; none for a case or a check. */
function chapterOf({ language }: Course, { kind, path, id, module }: Stop): ChapterPlan[] {
  const page = `${language}/${path}.html`;
  if (kind === 'lesson') return [{ kind, key: id, path: page }];
  if (kind === 'introduction' || kind === 'summary' || kind === 'card')
    return [{ kind, key: `${module}--${kind}`, path: page }];
  return [];
}

/** The parts that contain the pages of a way, in course order. */
function partsOf(course: Course, way: readonly Stop[]): PartPlan[] {
  const stops = new Set(way.map(({ path }) => path));
  const inOrder = wholeWay(course).filter(({ path }) => stops.has(path));
  return course.modules.flatMap((module) => {
    const moduleStops = inOrder.filter((stop) => stop.module === module.id);
    const chapters = moduleStops.flatMap((stop) => chapterOf(course, stop));
    const played = new Set(moduleStops.flatMap(({ kind, id }) => (kind === 'case' ? [id] : [])));
    const cases = module.cases.filter(({ id }) => played.has(id));
    return chapters.length + cases.length === 0 ? [] : [{ module, chapters, cases }];
  });
}

/** All handbooks of a course: the whole, each track that leaves something out, each module, each lesson. */
export function handbooksOf(course: Course): Handbook[] {
  const whole = wholeWay(course);
  const folder = `${course.language}/handbook`;
  const isPart = (lessons: readonly string[]) => lessons.length < course.structure.lessons.length;
  return [
    {
      ...{ kind: 'course', id: 'course', path: `${folder}/course` },
      ...{ title: course.title, summary: course.summary, parts: partsOf(course, whole) },
    },
    ...course.tracks
      .filter(({ lessons }) => isPart(lessons))
      .map((track) => ({
        ...({ kind: 'track', id: track.id, path: `${folder}/tracks/${track.id}` } as const),
        ...{ title: track.title, summary: track.summary },
        parts: partsOf(course, trackWay(course, track)),
      })),
    ...course.modules.map(({ id, title, summary }) => ({
      ...({ kind: 'module', id, path: `${folder}/modules/${id}` } as const),
      ...{ title, summary },
      parts: partsOf(
        course,
        whole.filter(({ module }) => module === id),
      ),
    })),
    ...course.modules.flatMap((module) =>
      module.lessons.map(({ id, title, summary }) => ({
        ...({ kind: 'lesson', id, path: `${folder}/lessons/${id}` } as const),
        ...{ title, summary },
        parts: partsOf(
          course,
          whole.filter((stop) => stop.kind === 'lesson' && stop.id === id),
        ),
      })),
    ),
  ];
}
