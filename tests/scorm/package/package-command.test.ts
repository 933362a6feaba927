import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { buildPackages } from '../../../scorm/cli.ts';
import { thoroughDeflate } from '../../../scorm/package/thorough-deflate.ts';
import { quickDeflate } from '../../../scorm/package/zip-package.ts';
import { standards } from '../../../scorm/standards/registry.ts';
import type { CourseFile } from '../../../src/course/course.ts';
import type { CourseData } from '../../../scorm/shell/course-data.ts';
import { type CourseFileData, readCourseFile } from '../../../scorm/shell/course-file.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { layOut } from '../../fixtures/dist-tiny/files.ts';

const quick: ReturnType<typeof thoroughDeflate> = () => Promise.resolve(quickDeflate);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of its own with the build of the tiny course in `dist`. */
function workplace(order: 'forward' | 'backward' = 'forward', name = 'packages-') {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  layOut(join(folder, 'dist'), order);
  return folder;
}

/** The command, in this process. It compresses quickly where nothing is said of it. */
async function run(args: string[], dist = join(workplace(), 'dist'), deflateOf = quick) {
  const said: string[] = [];
  await buildPackages(args, dist, (line) => said.push(line), standards, deflateOf);
  return { said, packages: readdirSync(join(dist, 'packages')).toSorted(), dist };
}

/** Files in the folder for packages: each package, its bill of materials, and the sums of all. */
const written = (...names: string[]) =>
  ['SHA256SUMS', ...names, ...names.map((name) => name.replace(/\.\w+$/, '.cdx.json'))].toSorted();

// Zipping at the highest level takes its time on a busy machine.
describe('npm run package', { timeout: 60_000 }, () => {
  test('builds every standard, logs what was built, and gives the sums of the packages', async () => {
    const { said, packages, dist } = await run([], undefined, thoroughDeflate());
    expect(packages).toEqual(
      written(
        'ati-course-en-cmi5.zip',
        'ati-course-en-offline.zip',
        'ati-course-en-scorm12.zip',
        'ati-course-en-scorm2004-3rd.zip',
        'ati-course-en-scorm2004.zip',
        'ati-course-en-site.zip',
        'ati-course-en-zim.zim',
      ),
    );
    expect(said).toHaveLength(7);
    for (const line of said.filter((each) => each.includes('-scorm')))
      expect(line).toMatch(
        /packages.ati-course-en-scorm[\w-]+\.zip {2}\d+ kB\. Everything done, [\d.]+ kB of at most 56\.0 kB are sent at exit/,
      );
    const sums = packages.slice(1).map((name) => {
      const bytes = readFileSync(join(dist, 'packages', name));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
    });
    expect(readFileSync(join(dist, 'packages', 'SHA256SUMS'), 'utf8')).toBe(sums.join(''));
  });

  test('builds one standard alone', async () => {
    expect((await run(['--standard', 'scorm2004'])).packages).toEqual(
      written('ati-course-en-scorm2004.zip'),
    );
  });

  test('builds a package with a unit for each module', async () => {
    const dist = join(workplace(), 'dist');
    const introduction = '<!DOCTYPE html><html lang="en"></html>';
    writeFileSync(join(dist, 'site/en/trial/introduction.html'), introduction);
    expect((await run(['--standard', 'scorm2004', '--form', 'modules'], dist)).packages).toEqual(
      written('ati-course-en-scorm2004-modules.zip'),
    );
  });

  test('builds a package of one module', async () => {
    expect((await run(['--scope', 'pre-arrest', '--standard', 'scorm12'])).packages).toEqual(
      written('ati-pre-arrest-en-scorm12.zip'),
    );
  });

  /** Course data in the shell of the one package in the folder. */
  function courseDataIn(dist: string): CourseData {
    const zip = unzipSync(readFileSync(join(dist, 'packages/ati-course-en-scorm12.zip')));
    const [, bytes] = Object.entries(zip).find(([path]) => path.startsWith('shell/course-')) ?? [];
    const text = new TextDecoder().decode(bytes);
    const file = text.slice('window.atiCourse='.length).replace(/;\s*$/, '');
    return readCourseFile(JSON.parse(file) as CourseFileData);
  }

  test('D14: tells the shell that imports are not allowed, if they are switched off', async () => {
    const usual = await run(['--standard', 'scorm12']);
    expect(courseDataIn(usual.dist).imports ?? 'practice').toBe('practice');
    const off = await run(['--standard', 'scorm12', '--bring', 'none']);
    expect(courseDataIn(off.dist).imports).toBe('none');
  });

  test('passes the completion rule of an administrator to the shell and the reports', async () => {
    const dist = join(workplace(), 'dist');
    const { courses } = JSON.parse(readFileSync(join(dist, 'course.json'), 'utf8')) as CourseFile;
    const en = {
      ...courses['en'],
      completion: { lessons: 'core', cases: 'one-per-stage', checks: 'final' },
      assessment: { blueprint: [1, 1] },
    };
    writeFileSync(join(dist, 'course.json'), JSON.stringify({ courses: { en } }));
    for (const page of ['final', 'pre-test', 'certificate'])
      writeFileSync(join(dist, `site/en/${page}.html`), '<!DOCTYPE html><html lang="en"></html>');
    await run(['--standard', 'scorm12', '--completion', 'final'], dist);
    expect(courseDataIn(dist).rule).toEqual({ lessons: 'none', cases: 'none', checks: 'final' });
  });

  test('refuses another rule for a module, and for a course without a final', async () => {
    await expect(run(['--completion', 'final', '--scope', 'trial'])).rejects.toThrow(
      'Leave out --scope or --completion.',
    );
    await expect(run(['--completion', 'final'])).rejects.toThrow('Leave out --completion.');
  });

  test.for([
    [
      ['--standard', 'scorm13'],
      'There is no standard "scorm13". Write one of: scorm12, scorm2004, scorm2004-3rd, cmi5, offline, site, zim, workshop, all.',
    ],
    [['--bring', 'all'], '--bring cannot be "all". Write one of: practice, none.'],
    [['--language', 'fr'], 'The course does not exist in "fr". There is: en.'],
    [
      ['--scope', 'pre-trial'],
      'There is no module "pre-trial". Write course, or one of: pre-arrest, trial.',
    ],
    [['--standart', 'all'], 'There is no option "--standart". Write one of: --list'],
  ] as const)('%j is answered with what can be written', async ([args, message]) => {
    await expect(run([...args])).rejects.toThrow(message);
  });

  describe('with a track', () => {
    const track = (id: string) => ({
      id,
      title: id,
      summary: id,
      roles: [],
      lessons: ['sentence'],
      cases: 'one' as const,
      questions: 1,
      minutes: 6,
    });

    /** The build of the tiny course, had it two tracks. */
    function withTracks() {
      const dist = join(workplace(), 'dist');
      const en = { ...tinyCourse, tracks: [track('everyone'), track('judge')] };
      writeFileSync(join(dist, 'course.json'), JSON.stringify({ courses: { en } }));
      return dist;
    }

    test('names the package after it', async () => {
      const args = ['--track', 'judge', '--standard', 'scorm12'];
      expect((await run(args, withTracks())).packages).toEqual(
        written('ati-course-judge-en-scorm12.zip'),
      );
    });

    test('answers an unknown one with the list of known ones', async () => {
      await expect(run(['--track', 'jugde'], withTracks())).rejects.toThrow(
        'There is no track "jugde". Write one of: everyone, judge.',
      );
    });

    test('refuses it for a module, which has no tracks', async () => {
      await expect(run(['--track', 'judge', '--scope', 'trial'], withTracks())).rejects.toThrow(
        'A track goes through the whole course. Leave out --scope or --track.',
      );
    });
  });

  test('asks for the build when there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'packages-'));
    folders.push(empty);
    await expect(run([], empty)).rejects.toThrow('Run "npm run build" first.');
  });

  test('leaves no partial file when writing fails', async () => {
    const dist = join(workplace(), 'dist');
    // A folder where the package should be cannot be written over, whoever runs the test.
    mkdirSync(join(dist, 'packages/ati-course-en-scorm12.zip/full'), { recursive: true });
    await expect(run([], dist)).rejects.toThrow(
      /could not be written .* Free some disk space or choose a folder/,
    );
    expect(readdirSync(join(dist, 'packages'))).toEqual(['ati-course-en-scorm12.zip']);
  });

  test('says so when it may not make the folder for packages', async () => {
    const dist = join(workplace(), 'dist');
    writeFileSync(join(dist, 'packages'), 'in the way');
    await expect(run([], dist)).rejects.toThrow('could not be written');
  });

  test('writes no package when one has a fault', async () => {
    const dist = join(workplace(), 'dist');
    writeFileSync(join(dist, 'site/en/glossary.html'), '<html><p style="top:0"></p></html>');
    await expect(run([], dist)).rejects.toThrow('en/glossary.html · p');
    expect(readdirSync(dist)).not.toContain('packages');
  });
});

test(
  'P41: two folders, two time zones and two languages of the machine give the same bytes',
  { timeout: 60_000, tags: ['wide'] },
  () => {
    const sums = [
      { order: 'forward', name: 'a-', TZ: 'UTC', LANG: 'C' } as const,
      {
        order: 'backward',
        name: 'another folder ',
        TZ: 'Asia/Tokyo',
        LANG: 'tr_TR.UTF-8',
      } as const,
    ].map(({ order, name, ...settings }) => {
      const cwd = workplace(order, name);
      execFileSync(process.execPath, [resolve('scorm/cli.ts')], {
        cwd,
        env: { ...process.env, ...settings },
      });
      return readFileSync(join(cwd, 'dist/packages/SHA256SUMS'), 'utf8');
    });
    expect(sums[0]).toMatch(/scorm12\.zip\n(?:.*\n)*.*scorm2004-3rd\.zip\n(?:.*\n)*.*zim\.zim\n$/);
    expect(sums[1]).toBe(sums[0]);
  },
);

test('a failed command says why and exits with 1', { timeout: 60_000 }, () => {
  const cwd = workplace();
  expect(() =>
    execFileSync(process.execPath, [resolve('scorm/cli.ts'), '--standard', 'scorm13'], {
      cwd,
      stdio: 'pipe',
    }),
  ).toThrow(
    /There is no standard "scorm13". Write one of: scorm12, scorm2004, scorm2004-3rd, cmi5, offline, site, zim, workshop, all/,
  );
});
