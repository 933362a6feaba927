import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { packageContents } from '../../../scorm/package/contents.ts';
import { packageProblems } from '../../../scorm/package/package-rules.ts';
import { zipPackage } from '../../../scorm/package/zip-package.ts';
import { courseStructure } from '../../../scorm/standards/cmi5/course-structure.ts';
import { packagedCourse } from '../../../scorm/standards/packaged-course.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { tinyParts } from '../../fixtures/dist-tiny/files.ts';

const schema = readFileSync('tests/fixtures/cmi5/CourseStructure.xsd', 'utf8');
const written = (course = tinyCourse, withMasteryScore = false) =>
  courseStructure(packagedCourse(course, { withMasteryScore })).text;
const faultsOf = async (contents: string) => {
  const { errors } = await validateXML({
    xml: { fileName: 'cmi5.xml', contents },
    schema: { fileName: 'CourseStructure.xsd', contents: schema },
    modifyArguments: (args) => ['--nonet', ...args],
  });
  return errors.map(({ rawMessage }) => rawMessage);
};
const au = (text: string) =>
  new JSDOM(text, { contentType: 'application/xml' }).window.document.querySelector('au');

describe('the course structure of a cmi5 package', () => {
  test.for([false, true])(
    '13.2.0.0-1: is valid by its schema (mastery score: %s)',
    async (with_) => {
      expect(await faultsOf(written(tinyCourse, with_))).toEqual([]);
    },
  );

  test('13.2.0.0-1: the schema refuses what it should', async () => {
    expect(await faultsOf(written().replace('CompletedAndPassed', 'Sometimes'))).not.toEqual([]);
  });

  test('10.2.4.0-1: passes a scaled mastery score to the LMS on request', () => {
    expect(au(written(tinyCourse, true))?.getAttribute('masteryScore')).toBe('0.8');
    expect(au(written())?.hasAttribute('masteryScore')).toBe(false);
  });

  test('requires completed and passed, or only completed if nothing can be passed', () => {
    expect(au(written())?.getAttribute('moveOn')).toBe('CompletedAndPassed');
    const structure = { ...tinyCourse.structure, checks: [] };
    const unchecked = { ...tinyCourse, structure, assessment: undefined };
    expect(au(written(unchecked))?.getAttribute('moveOn')).toBe('Completed');
  });

  test('P30, 13.1.4.0-1: identifiers follow from id and language, and differ from each other', () => {
    const ids = (course = tinyCourse) =>
      [...written(course).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids({ ...tinyCourse, title: 'Another', version: '9.9.9' })).toEqual(ids());
    expect(new Set([...ids(), ...ids({ ...tinyCourse, language: 'fr' })]).size).toBe(4);
    expect(ids().every((id) => /^urn:uuid:[0-9a-f-]{36}$/.test(id ?? ''))).toBe(true);
  });

  test('14.1.0.0-2, 14.1.0.0-3: stands first in the zip and names a file of it', () => {
    const files = unzipSync(zipPackage(packageContents(tinyParts('cmi5')), 'cmi5.xml'));
    expect(Object.keys(files)[0]).toBe('cmi5.xml');
    const url = au(new TextDecoder().decode(files['cmi5.xml']))?.querySelector('url')?.textContent;
    expect(Object.keys(files)).toContain(url);
  });
});

const built = 'dist/packages/ati-course-en-cmi5.zip';
// On one's own machine there may be no build; where everything is checked there must be one.
test.runIf(existsSync(built) || process.env['CI'])(
  'the cmi5 package of the course, as built, is valid and breaks no rule of packages',
  async () => {
    const files = unzipSync(readFileSync(built));
    expect(await faultsOf(new TextDecoder().decode(files['cmi5.xml']))).toEqual([]);
    expect(packageProblems(new Map(Object.entries(files)))).toEqual([]);
  },
);
