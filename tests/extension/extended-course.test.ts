/** @module-tag wide */
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentRuleSuite } from './content-rule/content-rule.suite.ts';
import { ExtendedCourse, extensions } from './extended-course.ts';
import { lessonComponentSuite } from './lesson-component/lesson-component.suite.ts';
import { pageSuite } from './page/page.suite.ts';
import { questionKindSuite } from './question-kind/question-kind.suite.ts';
import { reportedFactSuite } from './recorded-fact/reported-fact.suite.ts';

// One copy of the sources, with a toy of each family, is checked, built and packaged once.

let extended: ExtendedCourse | undefined;
const course = () => {
  if (extended === undefined) throw new Error('the copy is not made yet');
  return extended;
};

beforeAll(() => {
  extended = new ExtendedCourse();
  const fixtures = 'tests/extension';
  extended.change('small/en/modules/first/questions.yaml', () =>
    readFileSync(`${fixtures}/question-kind/questions.yaml`, 'utf8'),
  );
  extended.change('small/course.yaml', (text) => text.replace('draw: 2', 'draw: 4'));
  extended.change('small/en/interface.yaml', (text) =>
    text.replace(
      '  question:\n',
      '  question:\n    estimate: Move the slider.\n    estimate-missing: Move the slider first.\n',
    ),
  );
  extended.change(
    'small/en/modules/first/lessons/greeting.mdx',
    (text) =>
      `${text}\n<Postcard to="To the neighbour">\n\nWish you were here.\n\n</Postcard>\n\n[More](../greetings.html).\n`,
  );
}, 60_000);
afterAll(() => extended?.remove());

describe.for(Object.entries(extensions))('%s', ([, { files, lines }]) => {
  const targets: readonly string[] = Object.values(files);

  test('is its own files and its lines of a list', () => {
    expect(targets.every((path) => globSync(path.replace('[', '[[]')).length === 0)).toBe(true);
    for (const [list, added] of Object.entries(lines)) {
      const before = readFileSync(list, 'utf8').split('\n');
      const found = course()
        .read(list)
        .split('\n')
        .filter((line) => !before.includes(line));
      expect(found).toEqual(added.map(({ line }) => line));
    }
  });
});

test('nothing else of the sources is touched', () => {
  const own = Object.values(extensions).flatMap(({ files, lines }) => [
    ...Object.values(files),
    ...Object.keys(lines),
  ]);
  const others = globSync('{src,scorm}/**/*.{ts,astro,css}').filter(
    (path) => !own.some((each) => path.startsWith(each)),
  );
  expect(others.length).toBeGreaterThan(400);
  expect(others.filter((path) => course().read(path) !== readFileSync(path, 'utf8'))).toEqual([]);
});

test('the content check takes them all', () => {
  expect(course().run('src/content/commands/check.ts')).toEqual({
    status: 0,
    output: 'The content check found no problem.\n',
  });
});

describe('an LMS', () => reportedFactSuite(course));

describe('a content rule', () => contentRuleSuite(course));

describe('the built site', () => {
  beforeAll(() => {
    expect(course().run('node_modules/astro/bin/astro.mjs', 'build')).toMatchObject({ status: 0 });
  }, 300_000);

  describe('a question kind', () => questionKindSuite(course));
  describe('a lesson component', () => lessonComponentSuite(course));
  describe('a page', () => pageSuite(course));
});
