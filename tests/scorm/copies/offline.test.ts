import { describe, expect, test } from 'vitest';
import { folderFiles } from '../../../scorm/copies/offline/offline.ts';
import { packageProblems } from '../../../scorm/package/package-rules.ts';
import { courseScope, moduleScope } from '../../../scorm/package/scope.ts';
import { attribute, elements, readPage } from '../../../src/html/html.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { tinySite } from '../../fixtures/dist-tiny/files.ts';

const whole = async (courses = [tinyCourse], site = tinySite) =>
  folderFiles({ site, scope: courseScope(tinyCourse), courses }, { name: 'ati-course' });

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('an offline copy', () => {
  test('is one folder with one page and one folder in it', async () => {
    const paths = [...(await whole()).keys()];
    expect(new Set(paths.map((path) => path.split('/').slice(0, 2).join('/')))).toEqual(
      new Set(['ati-course/start.html', 'ati-course/course']),
    );
  });

  test('P34: holds no kind of file that a browser refuses from a disk', async () => {
    const paths = [...(await whole()).keys()];
    expect(paths.filter((path) => !/\.(?:html|css|js|svg|png)$/.test(path))).toEqual([]);
  });

  test('P28: leads nowhere that is not in it', async () => {
    const files = new Map(
      [...(await whole())].map(([path, bytes]) => [path.replace('ati-course/', ''), bytes]),
    );
    expect(packageProblems(files)).toEqual([]);
  });

  test('has a way in for each language, in that language', async () => {
    const arabic = {
      ...tinyCourse,
      language: 'ar',
      title: 'دورة',
      interface: { ...tinyCourse.interface, direction: 'rtl' as const },
    };
    const site = new Map([...tinySite, ['ar/index.html', new Uint8Array()] as const]);
    const files = await whole([tinyCourse, arabic], site);
    const page = readPage(text(files.get('ati-course/start.html')));
    const ways = [...elements(page)].filter(({ tagName }) => tagName === 'section');
    expect(ways.map((each) => [attribute(each, 'lang'), attribute(each, 'dir')])).toEqual([
      ['en', 'ltr'],
      ['ar', 'rtl'],
    ]);
    const links = [...elements(page)].flatMap((each) => attribute(each, 'href') ?? []);
    expect(links).toEqual(expect.arrayContaining(['course/en/index.html', 'course/ar/index.html']));
  });

  test('of a module begins with its introduction and has its own record', async () => {
    const scope = moduleScope(tinyCourse, 'pre-arrest');
    if (!scope) throw new Error('The tiny course has no module "pre-arrest"');
    const files = await folderFiles(
      { site: tinySite, scope, courses: [tinyCourse] },
      { name: 'ati-pre-arrest' },
    );
    expect(text(files.get('ati-pre-arrest/start.html'))).toContain(
      'href="course/en/pre-arrest/introduction.html"',
    );
    const page = text(files.get('ati-pre-arrest/course/en/pre-arrest/introduction.html'));
    expect(page).toContain(`data-course="${scope.course.id}"`);
    expect(page).not.toContain('data-package');
    expect([...files.keys()].some((path) => path.includes('/trial/'))).toBe(false);
  });
});
