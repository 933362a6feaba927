import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseFile } from '../../src/course/course.ts';
import type { Files } from '../package/zip-package.ts';
import { withoutOffers } from './offers.ts';
import { UsageError } from './usage-error.ts';

/** Reads the courses of a build, by language. @throws UsageError if there is no build */
export function readCourseFile(dist: string): CourseFile {
  try {
    return JSON.parse(readFileSync(join(dist, 'course.json'), 'utf8')) as CourseFile;
  } catch {
    throw new UsageError(`There is no course in ${dist}. Run "npm run build" first.`);
  }
}

/** Folder of the website that holds the packages. */
export const offeredFolder = 'packages';
/** Path of the page for administrators below the website. @param language BCP 47 tag */
export const administratorsPage = (language: string): string => `${language}/administrators.html`;

/**
 * Reads the website exactly as built: without the precompressed copies of its files, and without the packages that it
 * offers.
 * @throws UsageError if the build is incomplete
 */
export function readWebsite(dist: string): Files {
  const site = [...readFiles(join(dist, 'site'))]
    .filter(([path]) => !path.endsWith('.br') && !path.startsWith(`${offeredFolder}/`))
    .map(([path, bytes]) =>
      /^[^/]+\/administrators\.html$/.test(path)
        ? ([
            path,
            new TextEncoder().encode(withoutOffers(new TextDecoder().decode(bytes))),
          ] as const)
        : ([path, bytes] as const),
    );
  if (site.length === 0)
    throw new UsageError(`The build in ${dist} is not complete. Run "npm run build" first.`);
  return new Map(site);
}

/** All files of a folder by relative path, sorted; empty if the folder does not exist. */
export function readFiles(folder: string): Files {
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .toSorted()
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}
