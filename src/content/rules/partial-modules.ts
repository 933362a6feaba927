import { folderOf } from '../content-paths.ts';
import type { ParsedContent } from '../parsed-content.ts';

/** Modules with an unreadable or unlisted lesson, so that their references are unknown. */
export function partialModules({
  course,
  bodies,
  lessonFiles,
  language,
}: ParsedContent): Set<string> {
  const listed = new Set(
    course.modules.flatMap(({ id, lessons }) => lessons.map((lesson) => `${id}/${lesson.id}`)),
  );
  const unlisted = new Set(
    lessonFiles.filter((path) => !listed.has(path)).map((path) => path.split('/')[0] ?? ''),
  );
  return new Set(
    course.modules
      .filter(
        ({ id, lessons }) =>
          unlisted.has(id) ||
          lessons.some(
            (lesson) => !bodies.has(`${folderOf(language, id)}/lessons/${lesson.id}.mdx`),
          ),
      )
      .map(({ id }) => id),
  );
}
