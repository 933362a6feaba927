import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Packages of the small course in every standard, as a course and as its module, and its copy for a stick. */
export const smallPackages = join('dist', 'small', 'packages');

/** Folders of a build, beside the site, that packaging does not read. */
const unread = ['packages', 'content', 'cache'];

/**
 * A copy of the build of the small course, to be packaged in: tests run side by side, and would write over
 * each other's packages.
 * @returns its folder, to be removed by the test
 */
export function smallDist(): string {
  const dist = mkdtempSync(join(tmpdir(), 'small-'));
  const from = join('dist', 'small');
  cpSync(from, dist, {
    recursive: true,
    filter: (path) => !(unread.includes(basename(path)) && join(path, '..') === from),
  });
  return dist;
}
