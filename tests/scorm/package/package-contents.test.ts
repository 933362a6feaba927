import { type CourseFileData, readCourseFile } from '../../../scorm/shell/course-file.ts';
import { describe, expect, test } from 'vitest';
import { packageContents, type PackageParts } from '../../../scorm/package/contents.ts';
import { PackageError } from '../../../scorm/package/package-rules.ts';
import { courseData } from '../../../scorm/shell/shell-files.ts';
import { loadCourse } from '../../../src/content/load.ts';
import { courseScope, moduleScope } from '../../../scorm/package/scope.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { standardOf } from '../../fixtures/standard.ts';
import { schemas, tinyParts, tinySite } from '../../fixtures/dist-tiny/files.ts';

/** The course data in the script of a package. */
const courseDataOf = (script: string) =>
  readCourseFile(JSON.parse(/=(.*);/s.exec(script)?.[1] ?? '') as CourseFileData);

const bytes = (text: string) => new TextEncoder().encode(text);
/** Path of the file with the course data of the shell. */
const courseFile = (files: ReadonlyMap<string, unknown>) =>
  [...files.keys()].find((path) => path.startsWith('shell/course-')) ?? '';
const without = (path: string) => new Map([...tinySite].filter(([each]) => each !== path));

describe('the files of a package', () => {
  const files = packageContents(tinyParts('scorm12'));
  const text = (path: string) => new TextDecoder().decode(files.get(path));

  test('are the shell, what a learner can reach, the key page, the manifest and the schemas', () => {
    expect([...files.keys()].filter((path) => !schemas('scorm12').has(path)).toSorted()).toEqual([
      'assets/figures.js',
      'assets/map.svg',
      'assets/page-4e5f6a7b.js',
      'assets/paper.png',
      'assets/search-en-12345678-l0.js',
      'assets/search-en-12345678-s0.js',
      'assets/search-en-12345678-t0.js',
      'assets/search-en-12345678.js',
      'assets/site-0a1b2c3d.css',
      'en/cases/bus-station.html',
      'en/glossary.html',
      'en/index.html',
      'en/pre-arrest/check.html',
      'en/pre-arrest/introduction.html',
      'en/pre-arrest/who-decides.html',
      'en/record.html',
      'en/sources.html',
      'en/trial/sentence.html',
      'imsmanifest.xml',
      'index.html',
      'package/plain-page.css',
      'package/reporting-guide.html',
      expect.stringMatching(/^shell\/copies-[0-9a-f]{8}\.js$/) as string,
      expect.stringMatching(/^shell\/course-[0-9a-f]{8}\.js$/) as string,
      expect.stringMatching(/^shell\/shell-[0-9a-f]{8}\.css$/) as string,
      expect.stringMatching(/^shell\/shell-[0-9a-f]{8}\.js$/) as string,
    ]);
  });

  test('say on the key page what was proved of each case, and leave the proof itself to the website', () => {
    const proof = 'review/en/bus-station.html';
    const page =
      '<!doctype html><html lang="en"><body><div data-proved=""><p>Every path.</p></div>Map</body></html>';
    const site = new Map([
      ...tinySite,
      [proof, bytes(page)] as const,
      ['review/en/index.html', bytes(page)] as const,
      ['review/en/other-case.html', bytes(page)] as const,
    ]);
    for (const scope of [undefined, moduleScope(tinyCourse, 'pre-arrest')]) {
      const files = packageContents(tinyParts('scorm12', { site, ...(scope && { scope }) }));
      expect([...files.keys()].filter((path) => path.startsWith('review/'))).toEqual([]);
      const guide = new TextDecoder().decode(files.get('package/reporting-guide.html'));
      expect(guide).toContain('<p>Every path.</p>');
      expect(guide).not.toContain('Map');
    }
    expect(text('package/reporting-guide.html')).not.toContain('Every path.');
  });

  test('P41: are the same when built after another standard, whose pages they share', () => {
    const parts = tinyParts('scorm12');
    packageContents(parts);
    const { standard, schemas } = tinyParts('scorm2004');
    const after = packageContents({ ...parts, standard, schemas });
    const alone = packageContents({ ...tinyParts('scorm12'), standard, schemas });
    expect([...after]).toEqual([...alone]);
    const page = new TextDecoder().decode(after.get('en/index.html'));
    expect(page).toContain('data-package="scorm2004"');
    expect(page).toMatch(/data-build="[0-9a-f]{12}"/);
  });

  test('have the shell in place of the start page of the website', () => {
    expect(text('index.html')).toContain('id="shell-frame"');
  });

  test('tell the shell what a final is called that starts afresh after an update', () => {
    const { pages } = courseData(courseScope(loadCourse('en')), {
      hasPage: () => true,
      build: '',
      copies: '',
    });
    const titles = new Map(pages.map(({ id, title }) => [id, title]));
    expect([titles.get('pre-test'), titles.get('final')]).toEqual(['Pre-test', 'Final assessment']);
  });

  test('tell the shell the start page and the pages at which a learner can resume', () => {
    const { start, pages } = courseDataOf(text(courseFile(files)));
    expect(start).toBe('en/index.html');
    expect(pages.map(({ id, href }) => `${id} ${href}`)).toEqual([
      'pre-arrest en/pre-arrest/introduction.html',
      'who-decides en/pre-arrest/who-decides.html',
      'bus-station en/cases/bus-station.html',
      'pre-arrest-check en/pre-arrest/check.html',
      'sentence en/trial/sentence.html',
    ]);
  });

  test('P20: the key page names every token of the check and the case, in words', () => {
    const page = text('package/reporting-guide.html').replace(/\s+/g, ' ');
    expect(page).toContain('<th scope="row">b</th> <td>The neighbour</td>');
    expect(page).toContain('<code>bus-station.search</code>');
    expect(page).toContain('<th scope="row">b</th> <td>Book &#60;him&#62; at once.</td>');
  });

  test('P20: the key page describes the final if it decides the status, otherwise the checks', () => {
    const moments = (parts: PackageParts) => {
      const page = new TextDecoder().decode(
        packageContents(parts).get('package/reporting-guide.html'),
      );
      const [table = ''] = /<tbody>.*?<\/tbody>/s.exec(page) ?? [];
      return [...table.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name);
    };
    const parts = tinyParts('scorm12');
    expect(moments(parts)).toContain('An answer in a module check');
    const { course } = parts.scope;
    const completion = { ...course.completion, checks: 'final' } as const;
    const onFinal = moments({
      ...parts,
      scope: { ...parts.scope, course: { ...course, completion } },
    });
    expect(onFinal).toContain('An answer in the final');
    expect(onFinal).not.toContain('An answer in a module check');
  });

  test('P23: the key page of SCORM 2004 has the ids, with underscores', () => {
    const page = new TextDecoder().decode(
      packageContents(tinyParts('scorm2004')).get('package/reporting-guide.html'),
    );
    expect(page.replace(/\s+/g, ' ')).toContain(
      '<th scope="row">the_neighbour</th> <td>The neighbour</td>',
    );
  });
});

describe('the package with a fixed track', () => {
  const law = '<!doctype html><html lang="en"><title>Index of law</title></html>';
  const record = `<!doctype html><html lang="en"><title>Record</title>
    <section aria-labelledby="record-track"><h2 id="record-track">Your way</h2></section>
    <a href="index-of-law.html">Index of law</a></html>`;
  const site = new Map([
    ...tinySite,
    ['en/record.html', bytes(record)],
    ['en/index-of-law.html', bytes(law)],
  ]);
  const files = packageContents(
    tinyParts('scorm12', { site, scope: courseScope(tinyCourse, 'judge') }),
  );
  const text = (path: string) => new TextDecoder().decode(files.get(path));

  test('tells the shell the only track that counts', () => {
    const data = JSON.parse(/=(.*);/s.exec(text(courseFile(files)))?.[1] ?? '') as object;
    expect(data).toHaveProperty('rule.track', 'judge');
  });

  test('holds every page of the whole course, none of them shortened', () => {
    const whole = packageContents(tinyParts('scorm12', { site }));
    expect(files.has('en/index-of-law.html')).toBe(true);
    expect(text('en/record.html')).toContain('Your way');
    // The course data of the shell has the track in it, and a name of its own.
    const names = (of: ReadonlyMap<string, unknown>) =>
      [...of.keys()].map((path) => path.replace(/course-[0-9a-f]{8}/, 'course'));
    expect(names(files)).toEqual(names(whole));
    for (const path of files.keys())
      if (path.startsWith('en/')) expect(files.get(path), path).toEqual(whole.get(path));
  });
});

describe('the package of one module', () => {
  const scope = moduleScope(tinyCourse, 'pre-arrest');
  const files = packageContents(tinyParts('scorm12', scope ? { scope } : {}));
  const text = (path: string) => new TextDecoder().decode(files.get(path));

  test('holds its pages and the lists, and no page of another module', () => {
    expect([...files.keys()].filter((path) => path.startsWith('en/')).toSorted()).toEqual([
      'en/cases/bus-station.html',
      'en/glossary.html',
      'en/pre-arrest/check.html',
      'en/pre-arrest/introduction.html',
      'en/pre-arrest/who-decides.html',
      'en/record.html',
      'en/sources.html',
    ]);
  });

  test('starts at the introduction of the module, to which links to the start page lead', () => {
    expect(text(courseFile(files))).toContain('"start":"en/pre-arrest/introduction.html"');
    expect(text('en/glossary.html')).toContain('<a href="pre-arrest/introduction.html">Start</a>');
  });

  test('has an identity and a structure of its own', () => {
    expect(text('imsmanifest.xml')).toContain('<manifest identifier="tiny.pre-arrest.en"');
    expect(text('imsmanifest.xml')).toContain(
      '<title>Pre-arrest: before a person is charged</title>',
    );
    expect(text('en/glossary.html')).toContain('data-course="tiny.pre-arrest"');
    expect(courseDataOf(text(courseFile(files)))).toMatchObject({
      id: 'tiny.pre-arrest',
      structure: { lessons: ['who-decides'], objectives: ['name-deciders'] },
    });
    expect(scope?.course.fingerprint).not.toBe(tinyCourse.fingerprint);
  });

  test('makes text of links to other modules', () => {
    expect(text('en/pre-arrest/who-decides.html')).toContain('<span>the sentence</span>');
  });

  test('has only the terms and sources that it uses, directly or through others', () => {
    const ids = (path: string) =>
      [...text(path).matchAll(/id="([\w-]+)" data-search="entry"/g)].map(([, id]) => id);
    expect(ids('en/glossary.html')).toEqual(['net-widening', 'proportionality']);
    expect(ids('en/sources.html')).toEqual(['first', 'second']);
  });

  test('shows in the record of the learner only what belongs to it', () => {
    expect(text('en/record.html')).toContain('record-pre-arrest');
    expect(text('en/record.html')).not.toContain('record-trial');
    // The script of the page would fail without it.
    expect(text('en/record.html')).toContain('data-part="unreadable"');
  });

  test('has a search index of its own pages', () => {
    const parts = [...files.keys()].filter((path) => path.startsWith('assets/search-en-12345678'));
    const index = parts.map(text).join();
    expect(parts).toContain('assets/search-en-12345678.js');
    expect(index).toContain('en/pre-arrest/who-decides.html');
    expect(index).not.toContain('en/trial/sentence.html');
    expect(index).not.toContain('of the whole course');
  });
});

describe('a package with faults', () => {
  test('is not built, and all faults are reported together', () => {
    const site = new Map([
      ...without('assets/map.svg'),
      ['en/glossary.html', bytes('<html><img src="/a.png"><p style="x">a</p></html>')] as const,
    ]);
    expect(() => packageContents(tinyParts('scorm12', { site })))
      .toThrowErrorMatchingInlineSnapshot(`
      [PackageError: en/glossary.html · img src: "/a.png" starts at the root of the host or leads out of the package. Write it relative to the page (P33).
      en/glossary.html · p: The attribute "style" holds style. Move it to a separate file; \`default-src 'self'\` blocks it in the page (P36).
      en/pre-arrest/who-decides.html · img src: "../../assets/map.svg" leads to a file that is not in the package. Add assets/map.svg, or remove the reference (P28).]
    `);
  });

  test('names a page of the course that the website does not have', () => {
    const site = without('en/cases/bus-station.html');
    expect(() => packageContents(tinyParts('scorm12', { site }))).toThrow(PackageError);
    expect(() => packageContents(tinyParts('scorm12', { site }))).toThrow(
      'en/cases/bus-station.html · page: The course refers to this page, but the website does not contain it.',
    );
  });
});

describe('tokens', () => {
  const { token } = standardOf('scorm12');

  test('P23: in SCORM 1.2 are letters, then digits, by the authored order', () => {
    const positions = Array.from({ length: 36 }, (_, position) => position);
    expect(positions.map((position) => token('any-id', position)).join('')).toBe(
      'abcdefghijklmnopqrstuvwxyz0123456789',
    );
  });

  test('in SCORM 2004 are the id with underscores', () => {
    expect(standardOf('scorm2004').token('offer-a-talk', 3)).toBe('offer_a_talk');
  });

  test('a place that SCORM 1.2 cannot name is refused', () => {
    expect(() => token('any-id', 36)).toThrow(RangeError);
  });
});
