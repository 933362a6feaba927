import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Course, CourseFile } from '../../src/course/course.ts';

/** Folder of all files that the bench writes. */
export const benchFolder = 'dist/bench';

/** There is nothing to measure yet. */
export class NothingToMeasureError extends Error {
  override name = 'NothingToMeasureError';
}

/** A copy of the build: it stays the same when somebody builds again while the bench runs. */
export interface MeasuredBuild {
  readonly folder: string;
  /** Folder of its website. */
  readonly site: string;
  /** The course in its default language. */
  readonly course: Course;
}

/** Copies the build in `dist` for measuring. @throws NothingToMeasureError */
export function measuredBuild(): MeasuredBuild {
  const folder = join(benchFolder, 'build');
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['course.json', 'site']) {
    const from = join('dist', part);
    if (!existsSync(from))
      throw new NothingToMeasureError(`There is no ${from}: run npm run build first.`);
    cpSync(from, join(folder, part), { recursive: true });
  }
  const { courses } = JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')) as CourseFile;
  const [course] = Object.values(courses);
  if (course === undefined) throw new NothingToMeasureError('The build holds no course.');
  return { folder, site: join(folder, 'site'), course };
}
