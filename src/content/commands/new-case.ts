import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseSchema } from '../../course/content-schemas.ts';
import { id as idSchema } from '../../course/id.ts';
import { sourcesSchema } from '../../course/source.ts';
import { caseSkeleton } from './case-skeleton.ts';
import { ContentReader } from '../content-reader.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, filesOf, languagesOf } from '../load.ts';

// Starts a case: `npm run new-case -- night-call` writes a small whole case to begin from.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const [id = ''] = process.argv.slice(2);
const path = join(root, language, 'scenarios', `${id}.yaml`);
const reader = new ContentReader(filesOf(root));
const course = reader.yaml('course.yaml', courseSchema);
const sources = reader.yaml('sources.yaml', sourcesSchema);
const [source] = sources ?? [];
const modules = course?.modules ?? [];
const taken = modules.flatMap((module) => [
  module.id,
  ...module.objectives,
  ...module.lessons.map((lesson) => lesson.id),
  ...module.cases,
]);
const lesson = modules[0]?.lessons[0]?.id;

const refuse = (reason: string) => {
  console.error(reason);
  process.exitCode = 1;
};
if (course === undefined || sources === undefined)
  reportDiagnostics(
    reader.diagnostics.map((one) => reader.located(one)),
    root,
  );
else if (!idSchema.safeParse(id).success)
  refuse(
    `"${id}" is not an id. Write lower-case words joined by single hyphens, such as: npm run new-case -- night-call`,
  );
else if (existsSync(path)) refuse(`${path} exists. Choose another id, or work on that case.`);
else if (taken.includes(id))
  refuse(`The id "${id}" is already used in course.yaml. Choose another.`);
else if (lesson === undefined || source === undefined)
  refuse('The course has no lesson or no source yet. A case needs one of each.');
else {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(path, caseSkeleton({ id, lesson, source: source.id, day }));
  console.log(
    `Wrote ${path}. Add "${id}" to the cases of a module in ${root}/course.yaml; then npm run dev shows it at /${language}/cases/${id}.html.`,
  );
}
