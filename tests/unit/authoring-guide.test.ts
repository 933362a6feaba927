import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { vocabulary } from '../../src/authoring/mdx-file.ts';
import { evaluationSchema, sheetFaults } from '../../src/course/evaluation.ts';
import { questionsSchema } from '../../src/course/question.ts';
import { scenarioSchema } from '../../src/course/scenario.ts';
import { analyse } from '../../src/scenario/analysis.ts';

const guide = readFileSync('docs/authoring.md', 'utf8');
const example = (start: string) =>
  parse(new RegExp('```yaml\\n(' + start + '[\\s\\S]*?)```').exec(guide)?.[1] ?? '') as unknown;

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
  expect(sheetFaults(sheets, true)).toEqual([]);
  const kinds = sheets.sheet.flatMap(({ items }) => items.map(({ kind }) => kind));
  expect(kinds).toEqual(['scale', 'single', 'before-after', 'text']);
});

test('the guide shows every component of the vocabulary, and no other', () => {
  const shown = [...guide.matchAll(/^\| `<(\w+)/gm)].map(([, name]) => name);
  expect(shown.toSorted()).toEqual(Object.keys(vocabulary).toSorted());
});
