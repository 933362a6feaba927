import { expect, test } from 'vitest';
import { moduleForm } from '../../src/content/rules/module-form.ts';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';
import type { CourseEntry, LessonFrontmatter } from '../../src/course/content-schemas.ts';
import type { Question } from '../../src/questions/question.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

const file = 'en/modules/m/lessons/a.mdx';
const words = (count: number) => 'word '.repeat(count).trim();
const form = { lessons: [1, 2], words: [20, 30], drawings: 1, bank: 2, pages: 5 };

/** Findings on a module of one lesson with this body. */
function problems(body: string, bank = 2, lessons = ['a'], asked: object | null = form) {
  const mdx = readMdx(body, file);
  const frontmatter = {} as LessonFrontmatter;
  return findingsOf(
    moduleForm,
    { [file]: body, 'en/modules/m/summary.mdx': words(6) },
    {
      course: {
        moduleForm: asked ?? undefined,
        modules: [{ id: 'm', lessons: lessons.map((id) => ({ id })) }],
      } as unknown as CourseEntry,
      lessons: new Map(lessons.map((id) => [id, { file, mdx, frontmatter }])),
      questions: new Map([
        ['m', Array.from({ length: bank }, () => ({ use: 'bank' }) as unknown as Question)],
      ]),
    },
  ).map(({ message }) => message);
}

const sound = `${words(25)}\n\n<Check id="q" />\n\n<Chart name="c" />`;

test('a module of the form has no problem', () => {
  expect(problems(sound)).toEqual([]);
});

test.for<[name: string, found: string[], message: string]>([
  ['too short a lesson', problems(sound.replace(words(25), words(19))), 'The lesson has 19 words.'],
  ['too long a lesson', problems(sound.replace(words(25), words(31))), 'The lesson has 31 words.'],
  [
    'no practice question',
    problems(sound.replace('<Check id="q" />', '')),
    'The lesson has no practice question.',
  ],
  [
    'no drawing',
    problems(sound.replace('<Chart name="c" />', '')),
    'The lessons of m show 0 drawings.',
  ],
  ['a small bank', problems(sound, 1), 'The bank has 1 questions.'],
  ['many lessons', problems(sound, 2, ['a', 'b', 'c']), 'The module m has 3 lessons.'],
])('%s is reported', ([, found, message]) => {
  expect(found).toEqual([message]);
});

test('a course that asks for no form has any', () => {
  expect(problems('', 0, ['a', 'b', 'c'], null)).toEqual([]);
});
