import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { findChromium } from '../../../scorm/copies/workshop/chromium.ts';
import type { Course, CourseFile } from '../../course/course.ts';
import { choicePage, withEditions, type Edition } from '../../handbook/editions.ts';
import { handbooksOf, type Handbook } from '../../handbook/handbook.ts';
import { readMaterial } from '../../handbook/material.ts';
import { epubFile } from './epub-file.ts';
import { printHandbook } from './print-handbook.ts';

// `npm run handbook`: makes the handbooks as files from the built site, and adds them to the site. Arguments after `--`
// (the id of a track or module, or `course`) limit which are made.
const dist = process.env['COURSE_DIST'] ?? 'dist';
const site = join(dist, 'site');
const ids = process.argv.slice(2);

try {
  const { courses } = readCourses();
  const made = Object.values(courses).map((course) => [course, booksOf(course)] as const);
  if (made.every(([, books]) => books.length === 0))
    throw new RangeError(`There is no book "${ids.join('", "')}". Write: ${idsOf(courses)}.`);
  for (const [course, books] of made) await writeEpubs(course, books);
  await writePdfs(made.flatMap(([, books]) => books));
  for (const [course] of made) offer(course);
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readCourses(): CourseFile {
  try {
    return JSON.parse(readFileSync(join(dist, 'course.json'), 'utf8')) as CourseFile;
  } catch {
    throw new RangeError(`There is no course in ${dist}. Run "npm run build" first.`);
  }
}

/** The books made as files. Lessons are left out: they print from their own pages. */
function booksOf(course: Course): Handbook[] {
  const isWanted = ({ id }: Handbook) => ids.length === 0 || ids.includes(id);
  return handbooksOf(course).filter((book) => book.kind !== 'lesson' && isWanted(book));
}

function idsOf(courses: CourseFile['courses']): string {
  const books = Object.values(courses).flatMap(handbooksOf);
  return [...new Set(books.flatMap(({ kind, id }) => (kind === 'lesson' ? [] : [id])))].join(', ');
}

async function writeEpubs(course: Course, books: readonly Handbook[]): Promise<void> {
  const pageOf = (path: string) => {
    const file = join(site, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const material = readMaterial(course, pageOf);
  for (const book of books) write(`${book.path}.epub`, await epubFile(book, material));
}

async function writePdfs(books: readonly Handbook[]): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.log(
      'No Chromium was found, so no PDF is made: the pages print from a browser. Set CHROME_PATH to one for PDFs.',
    );
    return;
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    // Fixed colour scheme and time zone, so that the output does not depend on the machine.
    const page = await browser.newPage({ colorScheme: 'light', timezoneId: 'UTC', offline: true });
    for (const { path } of books) {
      await page.goto(pathToFileURL(join(site, `${path}.html`)).href);
      write(`${path}.pdf`, await printHandbook(page));
    }
  } finally {
    await browser.close();
  }
}

function write(path: string, bytes: Uint8Array): void {
  writeFileSync(join(site, path), bytes);
  console.log(`${join(site, path)}  ${Math.ceil(bytes.length / 1024)} kB`);
}

/** Adds links to all existing files to the page where readers choose a handbook. */
function offer(course: Course): void {
  const page = join(site, choicePage(course.language));
  const editions = handbooksOf(course).flatMap(({ path }) =>
    (['epub', 'pdf'] as const).flatMap((kind): Edition[] => {
      const file = join(site, `${path}.${kind}`);
      return existsSync(file) ? [{ kind, path, bytes: statSync(file).size }] : [];
    }),
  );
  const written = withEditions(readFileSync(page, 'utf8'), editions, course);
  writeFileSync(page, written);
  // Rewritten too, so that servers that send the compressed copy do not send a page without the links.
  writeFileSync(`${page}.br`, brotliCompressSync(written));
}
