import { expect, test } from 'vitest';
import { courseScope, moduleScope, pathsInScope } from '../../../scorm/package/scope.ts';
import type { Course } from '../../../src/course/course.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';

const country = {
  id: 'kenya',
  title: 'Kenya',
  summary: 'A note.',
  checked: '2026-11-24',
  href: 'en/countries/kenya.html',
};
const course: Course = { ...tinyCourse, countries: [country] };
const linking = (...paths: string[]) =>
  new TextEncoder().encode(paths.map((path) => `<a href="${path}">there</a>`).join(''));
const site = new Map([
  ['en/index.html', linking('countries.html', 'index-of-law.html', 'glossary.html')],
  ['en/glossary.html', linking()],
  ['en/countries.html', linking('countries/kenya.html')],
  ['en/countries/kenya.html', linking()],
  ['en/index-of-law.html', linking()],
  [
    'en/pre-arrest/introduction.html',
    linking('../countries/kenya.html', '../index-of-law.html', '../glossary.html'),
  ],
]);
const reference = ['en/countries.html', 'en/countries/kenya.html', 'en/index-of-law.html'];

test('a package of the course includes the country notes and the index of law', () => {
  const paths = pathsInScope(site, courseScope(course));
  expect(paths).toEqual(expect.arrayContaining([...reference, 'en/glossary.html']));
});

test('a package of a module leaves them out, and keeps the glossary', () => {
  const scope = moduleScope(course, 'pre-arrest');
  if (scope === undefined) throw new Error('the tiny course has no such module');
  const paths = pathsInScope(site, scope);
  expect(paths.filter((path) => reference.includes(path))).toEqual([]);
  expect(paths).toContain('en/glossary.html');
});

test('the page that adds up answer sheets stays on the website', () => {
  const whole: Course = { ...course, assessment: { blueprint: [1] } };
  const page = 'en/statistics.html';
  const linked = new Map([
    ...site,
    ['en/glossary.html', linking('statistics.html')],
    [page, linking()] as const,
  ]);
  expect(pathsInScope(linked, courseScope(whole))).not.toContain(page);
});

test('the certificate goes with the final: into the course, on any fixed track, and into no module', () => {
  const whole: Course = { ...course, assessment: { blueprint: [1] } };
  const pages = ['en/certificate.html', 'en/final.html'];
  const linked = new Map([
    ...site,
    ['en/glossary.html', linking('certificate.html', 'final.html')],
    ...pages.map((path) => [path, linking()] as const),
  ]);
  const module = moduleScope(whole, 'pre-arrest');
  if (module === undefined) throw new Error('the tiny course has no such module');
  for (const scope of [courseScope(whole), courseScope(whole, 'judge')])
    expect(pathsInScope(linked, scope)).toEqual(expect.arrayContaining(pages));
  expect(pathsInScope(linked, module).filter((path) => pages.includes(path))).toEqual([]);
});
