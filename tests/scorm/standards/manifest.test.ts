import { expect, test } from 'vitest';
import { packagedCourse } from '../../../scorm/standards/packaged-course.ts';
import { scorm12Manifest } from '../../../scorm/standards/scorm12/manifest.ts';
import { scorm2004Manifest } from '../../../scorm/standards/scorm2004/manifest.ts';
import { moduleScope } from '../../../scorm/package/scope.ts';
import { xml } from '../../../scorm/package/markup.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';

const plain = { withMasteryScore: false };

test('a value put into XML is escaped', () => {
  expect(xml`<title>${`<b> & "c" 'd'`}</title>`.text).toBe(
    '<title>&#60;b&#62; &#38; &#34;c&#34; &#39;d&#39;</title>',
  );
});

test('XML put into XML is not escaped again, and a list stands line by line', () => {
  const items = ['a', 'b'].map((name) => xml`<i>${name}</i>`);
  expect(xml`<l>${items}</l>`.text).toBe('<l><i>a</i>\n<i>b</i></l>');
});

test.for(['\u0000', '\u000B', '\uFFFE', '\uD800'])(
  'a character that XML cannot carry is refused (%j)',
  (char) => {
    expect(() => xml`<title>${`a${char}b`}</title>`).toThrow(RangeError);
  },
);

test('P30: identifiers come from ids and the language; a new title does not change them', () => {
  const renamed = { ...tinyCourse, title: 'Another title' };
  const ids = (course: typeof tinyCourse) =>
    [
      ...scorm12Manifest(packagedCourse(course, plain), ['index.html']).text.matchAll(
        /identifier(?:ref)?="([^"]*)"/g,
      ),
    ].map(([, id]) => id);
  expect(ids(renamed)).toEqual(ids(tinyCourse));
  expect(ids(tinyCourse)).toEqual([
    'tiny.en',
    'tiny.en.organization',
    'tiny.en.item',
    'tiny.en.sco',
    'tiny.en.sco',
  ]);
});

test('P30: a module and the course, and two languages, never share an identifier', () => {
  const module = moduleScope(tinyCourse, 'pre-arrest')?.course ?? tinyCourse;
  const ids = [tinyCourse, module, { ...tinyCourse, language: 'fr' }];
  expect(ids.map((course) => packagedCourse(course, plain).id)).toEqual([
    'tiny.en',
    'tiny.pre-arrest.en',
    'tiny.fr',
  ]);
});

test('a title is cut at 255 characters, which is what every LMS can store', () => {
  const { title } = packagedCourse({ ...tinyCourse, title: '😀'.repeat(300) }, plain);
  expect(Array.from(title)).toHaveLength(255);
  expect(title.endsWith('😀…')).toBe(true);
});

test.for([scorm12Manifest, scorm2004Manifest])(
  'P41: the order in which files come makes no difference',
  (manifest) => {
    const course = packagedCourse(tinyCourse, plain);
    expect(manifest(course, ['b.html', 'a.html']).text).toBe(
      manifest(course, ['a.html', 'b.html']).text,
    );
  },
);
