import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseSchema } from '../../course/content-schemas.ts';
import { localDay } from '../../course/day.ts';
import { id as idSchema } from '../../course/id.ts';
import { sourcesSchema } from '../../course/source.ts';
import { caseSkeleton } from './case-skeleton.ts';
import { ContentReader } from '../content-reader.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, filesOf, languagesOf } from '../load.ts';

/** Outcome: what to do next, or why nothing was written. */
type Outcome =
  | { readonly next: string }
  | { readonly refusal: string }
  | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Writes a small whole case to begin from.
 * @param root folder of the content
 */
export function newCase(id: string, root: string): Outcome {
  const [language = 'en'] = languagesOf(root);
  const path = join(root, language, 'scenarios', `${id}.yaml`);
  const reader = new ContentReader(filesOf(root));
  const course = reader.yaml('course.yaml', courseSchema);
  const sources = reader.yaml('sources.yaml', sourcesSchema);
  if (course === undefined || sources === undefined)
    return { diagnostics: reader.diagnostics.map((one) => reader.located(one)) };
  if (!idSchema.safeParse(id).success)
    return {
      refusal: `"${id}" is not an id. Write lower-case words joined by single hyphens, such as: npm run new-case -- night-call`,
    };
  if (existsSync(path))
    return { refusal: `${path} exists. Choose another id, or work on that case.` };
  const { modules } = course;
  const taken = modules.flatMap((module) => [
    module.id,
    ...module.objectives,
    ...module.lessons.map((lesson) => lesson.id),
    ...module.cases,
  ]);
  if (taken.includes(id))
    return { refusal: `The id "${id}" is already used in course.yaml. Choose another.` };
  const lesson = modules[0]?.lessons[0]?.id;
  const [source] = sources;
  if (lesson === undefined || source === undefined)
    return {
      refusal: 'The course has no lesson or no source yet. A case needs one of each.',
    };
  const day = localDay(new Date());
  writeFileSync(path, caseSkeleton({ id, lesson, source: source.id, day }));
  return {
    next: `Wrote ${path}. Add "${id}" to the cases of a module in ${root}/course.yaml; then npm run dev shows it at /${language}/cases/${id}.html.`,
  };
}

// `npm run new-case -- night-call`
if (import.meta.main) {
  const [id = ''] = process.argv.slice(2);
  const root = contentRoot();
  const outcome = newCase(id, root);
  if ('diagnostics' in outcome) reportDiagnostics(outcome.diagnostics, root);
  else if ('refusal' in outcome) {
    console.error(outcome.refusal);
    process.exitCode = 1;
  } else console.log(outcome.next);
}
