import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkContent, forgetCourses, loadCourse, readCourse } from '../../src/content/load.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

const root = mkdtempSync(join(tmpdir(), 'content-'));
copyTinyCourse(root);
afterAll(() => {
  rmSync(root, { recursive: true });
});

const about = join(root, 'en/about.mdx');
const words = readFileSync(about, 'utf8');

test('a content in which nothing has changed is not checked again', () => {
  const course = loadCourse('en', root);
  forgetCourses();
  expect(loadCourse('en', root)).toBe(course);
  checkContent(root);
  expect(loadCourse('en', root)).toBe(course);
});

test('a file written with the same bytes is no change', () => {
  const course = loadCourse('en', root);
  writeFileSync(about, words);
  forgetCourses();
  expect(loadCourse('en', root)).toBe(course);
});

test('a changed file is read, a fault in it is reported, and both are gone when it is mended', () => {
  const course = loadCourse('en', root);
  writeFileSync(about, `${words}\nOne sentence more.\n`);
  expect(loadCourse('en', root), 'before it is asked to look').toBe(course);
  forgetCourses();
  expect(loadCourse('en', root)).not.toBe(course);
  writeFileSync(about, `${words}\nOne sentence more.<Cite source="nowhere" />\n`);
  expect(readCourse('en', root).diagnostics).toMatchObject([{ file: 'en/about.mdx' }]);
  expect(() => loadCourse('en', root)).toThrow('nowhere');
  writeFileSync(about, words);
  forgetCourses();
  expect(loadCourse('en', root)).toEqual(course);
});
