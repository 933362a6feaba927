import { describe, expect, test } from 'vitest';
import { standardOf } from '../../fixtures/standard.ts';
import { reportingGuide } from '../../../scorm/package/reporting-guide.ts';
import { courseScope, moduleScope } from '../../../scorm/package/scope.ts';
import { loadCourse } from '../../../src/content/load.ts';
import type { Course } from '../../../src/course/course.ts';
import { rowLimit } from '../../../src/progress/log.ts';

const course = loadCourse('en');
const page = (of: Course) =>
  reportingGuide(of, standardOf('scorm12'), {
    masteryInManifest: false,
    pageOf: () => undefined,
  }).replace(/\s+/g, ' ');

describe('the reporting guide of a package', () => {
  test('P20: says who chooses the track, or which one the package fixes', () => {
    const free = page(courseScope(course).course);
    expect(free).toContain('Learners choose their track');
    expect(free).not.toContain('This package fixes the track');
    const fixed = page(courseScope(course, 'judge').course);
    expect(fixed).toContain('This package fixes the track “Judge or magistrate”');
    expect(fixed).not.toContain('Learners choose their track');
  });

  test('P20: mentions no track and no final in a module', () => {
    const scope = moduleScope(course, 'pre-arrest');
    const module = page(scope?.course ?? course);
    expect(module).not.toMatch(/fixes the track|Learners choose|The final draws/);
  });

  test('P21: mentions a failed course only if the tries are limited', () => {
    expect(page(course)).not.toContain('lesson_status = failed');
    const { assessment } = course;
    if (assessment === undefined) throw new Error('the course has no final');
    const limited = page({ ...course, assessment: { ...assessment, tries: 3 } });
    expect(limited).toContain('lesson_status = failed');
  });

  test('P20: has every learning objective by its id, in words', () => {
    const words = page(course);
    for (const { id, text } of course.modules.flatMap(({ objectives }) => objectives))
      expect(words).toContain(
        `<th scope="row">${id}</th> <td>${text.replace(/["'&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</td>`,
      );
  });

  test('P24: says how many rows of interactions there are at most', () => {
    expect(page(course)).toContain(`At most ${rowLimit(course.structure)} rows`);
  });
});
