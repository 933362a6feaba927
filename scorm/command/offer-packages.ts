import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Course } from '../../src/course/course.ts';
import { billName } from '../package/bill-of-materials.ts';
import { administratorsPage, offeredFolder, readCourseFile } from './read-build.ts';
import { withOffers, withoutOffers, type Offer } from './offers.ts';

/**
 * Publishes the packages of this build on the website: copies the files into a folder, and adds size, checksum and link
 * of each to the page for administrators. A new build of the website removes both, so that the website never offers
 * packages of another version.
 * @param dist folder of the build
 */
export function offerPackages(dist: string): void {
  const site = join(dist, 'site');
  const folder = join(site, offeredFolder);
  rmSync(folder, { recursive: true, force: true });
  const names = builtNow(dist);
  if (names.length === 0) return;
  mkdirSync(folder, { recursive: true });
  // SHA256SUMS lists the bills of materials too.
  const bills = names.map(billName).filter((name) => existsSync(join(dist, 'packages', name)));
  for (const name of [...names, ...bills, 'SHA256SUMS'])
    linkOrCopy(join(dist, 'packages', name), join(folder, name));
  for (const course of Object.values(readCourseFile(dist).courses)) {
    const path = join(site, administratorsPage(course.language));
    if (existsSync(path)) offerOn(path, offersOf(folder, names, course), course);
  }
}

function offerOn(path: string, offers: readonly Offer[], course: Course): void {
  const page = withOffers(withoutOffers(readFileSync(path, 'utf8')), offers, course);
  writeFileSync(path, page);
  // Rewritten too, so that servers that send the compressed copy do not send a page without the links.
  if (existsSync(`${path}.br`)) writeFileSync(`${path}.br`, brotliCompressSync(page));
}

/** Names of the packages and copies at least as new as the build of the website. */
function builtNow(dist: string): string[] {
  const since = statSync(join(dist, 'course.json')).mtimeMs;
  const packages = join(dist, 'packages');
  return globSync('*.{zip,zim}', { cwd: packages })
    .filter((name) => statSync(join(packages, name)).mtimeMs >= since)
    .toSorted();
}

const offersOf = (folder: string, names: readonly string[], { language }: Course): Offer[] =>
  names
    .filter((name) => name.includes(`-${language}-`))
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const sum = createHash('sha256').update(bytes).digest('hex');
      return { name, href: `../${offeredFolder}/${name}`, bytes: bytes.length, sum };
    });

/** Creates a hard link where the file system supports it, otherwise a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
