import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';

const content = join(import.meta.dirname, '../../content');
const course = loadCourse('en', content);
const read = (file: string) => readMdx(readFileSync(join(content, file), 'utf8'), file).mdx;
const figures = ['Figure', 'Chart', 'Timeline', 'DecisionTree'];

describe.each(course.modules.map((module) => [module.id, module] as const))(
  'the module %s has the form of all',
  (id, module) => {
    const lessons = module.lessons.map((lesson) => ({
      id: lesson.id,
      ...read(`en/modules/${id}/lessons/${lesson.id}.mdx`),
    }));
    const using = (names: string[]) =>
      lessons.map(({ uses }) => uses.filter(({ name }) => names.includes(name)).length);

    test('four to eight lessons, of 600 to 1,000 words each', () => {
      expect(lessons.length).toBeGreaterThanOrEqual(4);
      expect(lessons.length).toBeLessThanOrEqual(8);
      expect(
        lessons
          .filter(({ words }) => words < 600 || words > 1000)
          .map((lesson) => `${lesson.id}: ${lesson.words} words`),
      ).toEqual([]);
    });

    test('a check question in each lesson, and two drawings in the module or more', () => {
      expect(using(['Check']).every((count) => count >= 1)).toBe(true);
      expect(using(figures).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(2);
    });

    test('a bank of twelve questions or more, and a check that draws from it', () => {
      expect(module.questions.filter(({ use }) => use === 'bank').length).toBeGreaterThanOrEqual(
        12,
      );
      expect(module.check?.draw).toBeGreaterThan(0);
    });

    test('objectives, an introduction, a summary, and a bench card to print', () => {
      expect(module.objectives.every(({ text }) => text !== '')).toBe(true);
      for (const page of ['introduction', 'summary', 'bench-card'])
        expect(read(`en/modules/${id}/${page}.mdx`).words).toBeGreaterThan(100);
    });
  },
);
