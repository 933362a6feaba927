import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterOf } from '../../src/content/mdx/front-matter.ts';
import { lessonSchema, type CourseEntry } from '../../src/course/content-schemas.ts';
import { vocabulary } from '../../src/lesson/vocabulary.ts';
import { evaluationSchema } from '../../src/evaluation/evaluation.ts';
import { evaluationSheet } from '../../src/content/rules/evaluation-sheet.ts';
import { codeInText } from '../../src/content/rules/code-in-text.ts';
import { component } from '../../src/content/rules/component.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { glossarySchema } from '../../src/course/glossary.ts';
import { questionsSchema } from '../../src/questions/question.ts';
import { scenarioSchema } from '../../src/cases/format.ts';
import { sourcesSchema } from '../../src/course/source.ts';
import { trackSchema, trackWordsSchema } from '../../src/course/track.ts';
import { analyse } from '../../src/cases/analysis.ts';

const guide = readFileSync('docs/authoring.md', 'utf8');
const example = (start: string) =>
  parse(new RegExp('```yaml\\n(' + start + '[\\s\\S]*?)```').exec(guide)?.[1] ?? '') as unknown;

test('the lesson in the guide for authors has no fault', () => {
  const [, lesson = ''] = /```mdx\n(---\n[\s\S]*?)```/.exec(guide) ?? [];
  const front = frontMatterOf(lesson, 'lesson.mdx');
  expect(front).toHaveProperty('source');
  expect(
    lessonSchema.safeParse(parse('source' in front ? front.source : '')).error,
  ).toBeUndefined();
  expect(findingsOf([component, codeInText], { 'lesson.mdx': lesson })).toEqual([]);
});

test('what is copied from the guide into the course names what is there', () => {
  const course = readFileSync('content/course.yaml', 'utf8');
  const sources = readFileSync('content/sources.yaml', 'utf8');
  const named = (field: RegExp) => [...guide.matchAll(field)].map(([, id = '']) => id);
  const objectives = named(/^ {2}objective: ([\w-]+)$/gm);
  const lessons = named(/^lessons: \[([\w-]+)\]$/gm);
  expect(objectives.length).toBeGreaterThan(5);
  for (const id of [...objectives, ...lessons]) expect(course).toMatch(new RegExp(`\\b${id}\\b`));
  for (const id of named(/\{ source: ([\w-]+)/g).filter((one) => one !== 'desk-study-2025'))
    expect(sources.includes(`- id: ${id}\n`), id).toBe(true);
});

test('the source, the term and the track in the guide are valid', () => {
  expect(sourcesSchema.parse(example('- id: desk-study'))).toHaveLength(1);
  expect(glossarySchema.parse(example('- id: desk-officer'))).toHaveLength(1);
  expect(trackSchema.array().parse(example('- id: nurse'))).toHaveLength(1);
  expect(trackWordsSchema.parse((example('nurse:') as { nurse: unknown }).nurse)).toBeDefined();
});

test('the case in the guide for authors is sound', () => {
  expect(analyse(scenarioSchema.parse(example('id: night-call'))).faults).toEqual([]);
});

test('the question in the guide for authors is valid', () => {
  expect(questionsSchema.parse(example('- id: pa-check'))).toHaveLength(1);
});

test('the guide shows a valid question of every other kind', () => {
  const kinds = questionsSchema.parse(example('- id: pa-tick')).map(({ kind }) => kind);
  expect(kinds).toEqual(['several', 'matching', 'ordering', 'numeric', 'continuum']);
});

test('the evaluation in the guide for authors is sound, and shows every kind of item', () => {
  const sheets = evaluationSchema.parse(example('sheet:'));
  const course = { evaluation: { report: true } } as unknown as CourseEntry;
  expect(findingsOf(evaluationSheet, {}, { course, evaluation: sheets })).toEqual([]);
  const kinds = sheets.sheet.flatMap(({ items }) => items.map(({ kind }) => kind));
  expect(kinds).toEqual(['scale', 'single', 'before-after', 'text']);
});

test('the guide shows every component, and no other', () => {
  const shown = [...guide.matchAll(/^\| `<(\w+)/gm)].map(([, name]) => name);
  expect(shown.toSorted()).toEqual(vocabulary.map(({ name }) => name).toSorted());
});
