import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCourseFile, readWebsite } from '../../scorm/command/read-build.ts';
import { packageContents } from '../../scorm/package/contents.ts';
import { courseScope, type Scope } from '../../scorm/package/scope.ts';
import { inUnits } from '../../scorm/package/units.ts';
import { verifyPackage } from '../../scorm/package/verify.ts';
import { type Files, zipPackage } from '../../scorm/package/zip-package.ts';
import { readManifest } from '../../scorm/preview/manifest.ts';
import { shellFiles } from '../../scorm/shell/shell-files.ts';
import type { Course } from '../../src/course/course.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import { files, site, textIn, units } from './modules-package.ts';
import { namespaces2004, packageSuite, type ManifestRules } from './package-suite.ts';

const rulesOf = (standard: string, schemaversion: string): ManifestRules => ({
  standard,
  schemaversion,
  scormType: 'adlcp:scormType',
  namespaces: namespaces2004,
  units: 3,
});

for (const [standard, version] of [
  ['scorm2004', '2004 4th Edition'],
  ['scorm2004-3rd', '2004 3rd Edition'],
] as const)
  packageSuite(`a ${standard} package of modules`, rulesOf(standard, version), () =>
    zipPackage(files(standard)),
  );

describe('what the manifest says (SCORM 2004 Sequencing and Navigation)', () => {
  const item = (name: string) =>
    new RegExp(`<item identifier="tiny\\.en\\.item\\.${name}".*?</item>`, 's').exec(
      textIn('imsmanifest.xml'),
    )?.[0] ?? '';

  test('P30: identifiers of parts come from the ids of modules, and from "final"', () => {
    const ids = [...textIn('imsmanifest.xml').matchAll(/<item identifier="([^"]*)"/g)];
    expect(ids.map(([, id]) => id)).toEqual([
      'tiny.en.item',
      'tiny.en.item.pre-arrest',
      'tiny.en.item.trial',
      'tiny.en.item.final',
    ]);
  });

  test('SN 3.2.1, 3.2.3: a learner may choose any part, and a platform may offer the next one', () => {
    expect(
      textIn('imsmanifest.xml').match(/<imsss:controlMode choice="true" flow="true"\/>/g),
    ).toHaveLength(2);
  });

  test('SN 3.8.1, 3.8.2: a module adds nothing to the success and the score of the course', () => {
    expect(item('trial')).toContain('rollupObjectiveSatisfied="false"');
    expect(item('trial')).toContain('objectiveMeasureWeight="0"');
    expect(item('final')).toContain('rollupObjectiveSatisfied="true"');
    expect(item('final')).toContain('objectiveMeasureWeight="1"');
  });

  test('SN 3.8.3: every part counts for the completion of the course', () => {
    for (const name of ['pre-arrest', 'trial', 'final'])
      expect(item(name)).toContain('rollupProgressCompletion="true"');
  });

  test('SN 3.14: the SCO alone sets its completion and success (P12)', () => {
    for (const name of ['pre-arrest', 'trial', 'final'])
      expect(item(name)).toContain(
        'tracked="true" completionSetByContent="true" objectiveSetByContent="true"',
      );
  });

  test('SN 3.10: no objective has an id, which would take a row of cmi.objectives', () => {
    expect(textIn('imsmanifest.xml')).not.toMatch(/objectiveID|mapInfo/);
  });

  test('without a final every module gives its score', () => {
    const modules = inUnits(courseScope(tinyCourse));
    const manifest = packageContents(tinyParts('scorm2004', { site, scope: modules })).get(
      'imsmanifest.xml',
    );
    expect(new TextDecoder().decode(manifest)).not.toContain('objectiveMeasureWeight="0"');
  });
});

describe('what lies in it', () => {
  test('a page of a module leads back to the shell of its part, and to no page of another part', () => {
    expect(textIn('en/pre-arrest/who-decides.html')).toContain(
      'data-shell="../../pre-arrest.html"',
    );
    expect(textIn('en/trial/sentence.html')).not.toMatch(/href="\.\.\/pre-arrest\//);
    expect(textIn('en/final.html')).not.toContain('href="pre-arrest/');
  });

  test('each module has its own record, and none of the course is there', () => {
    const names = [...files().keys()];
    expect(names).toEqual(
      expect.arrayContaining(['en/record-pre-arrest.html', 'en/record-trial.html']),
    );
    expect(names).not.toContain('en/record.html');
    expect(names).not.toContain('index.html');
  });

  test('the preview LMS offers each part by its title', () => {
    const { scos } = readManifest(files().get('imsmanifest.xml') ?? new Uint8Array(), [
      ...files().keys(),
    ]);
    expect(scos.map(({ launch, title }) => [launch, title])).toEqual(
      units.map(({ launch, course: part }) => [launch, part.title]),
    );
  });

  test('P27 to P39: our own check of packages finds nothing', () => {
    const packed = new Map([...files()].toSorted(([a]) => (a === 'imsmanifest.xml' ? -1 : 1)));
    expect(verifyPackage(packed).flatMap(({ problems }) => problems)).toEqual([]);
  });
});

// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync('dist/course.json') || process.env['CI'])('of the whole course', () => {
  // Both editions are made of the same parts, as the command makes them.
  let built: Files = new Map();
  let whole: Course | undefined;
  let ofModules: Scope;
  beforeAll(() => {
    built = readWebsite('dist');
    [whole] = Object.values(readCourseFile('dist').courses);
    ofModules = inUnits(courseScope(whole as Course));
  });

  test.each(['scorm2004', 'scorm2004-3rd'])(
    'P52: %s has at most 300 files, one SCO for each module and one for the final',
    (standard) => {
      const parts = tinyParts(standard, { site: built, scope: ofModules });
      const all = packageContents({
        ...parts,
        diagnosis: '',
        guideScript: '',
        shell: (build) =>
          shellFiles({
            ...{
              scope: ofModules,
              standard: parts.standard,
              script: '',
              copiesScript: '',
              style: '',
              build,
            },
            hasPage: (path) => built.has(path),
          }),
      });
      expect(all.size).toBeLessThanOrEqual(300);
      expect(ofModules.units).toHaveLength((whole?.modules.length ?? 0) + 1);
    },
    60_000,
  );
});
