import type { Course } from '../course/course.ts';
import type { Exercise, Guide } from './guide.ts';

/** A possible part of an agenda, with its texts. */
export interface CatalogueEntry {
  /** Id, such as `case:bus-station`. */
  readonly id: string;
  readonly kind: 'module' | 'case' | 'exercise';
  readonly title: string;
  readonly guide: Guide | Exercise;
  /** Path of its page below the language. */
  readonly path: string;
}

/** Modules in the order of the course, each before its cases, then the exercises; empty without guides. */
export function catalogue({ workshop, modules }: Course): CatalogueEntry[] {
  if (workshop === undefined) return [];
  const entry = (
    kind: CatalogueEntry['kind'],
    id: string,
    title: string,
    guide: Guide | undefined,
    path: string,
  ): CatalogueEntry[] => (guide ? [{ id: `${kind}:${id}`, kind, title, guide, path }] : []);
  return [
    ...modules.flatMap(({ id, title, cases }) => [
      ...entry('module', id, title, workshop.modules[id], `workshop/slides/${id}`),
      ...cases.flatMap((each) =>
        entry('case', each.id, each.title, workshop.cases[each.id], `workshop/room/${each.id}`),
      ),
    ]),
    ...Object.entries(workshop.exercises).flatMap(([id, exercise]) =>
      entry('exercise', id, exercise.title, exercise, `workshop/exercises/${id}`),
    ),
  ];
}
