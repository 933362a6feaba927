import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Module } from '../course/course.ts';
import { questionsSchema } from '../questions/question.ts';
import { contentRoot } from './load.ts';

/**
 * What the page of examples (`examples.mdx`) is made of besides its words: questions, as if they
 * were those of a module. No learner is led there.
 * @returns undefined where the language has no such page
 */
export function examplesOf(language: string, root = contentRoot()): Module | undefined {
  const folder = `${root}/${language}`;
  if (!existsSync(`${folder}/examples.mdx`)) return undefined;
  return {
    id: 'examples',
    title: '',
    short: '',
    summary: '',
    objectives: [],
    lessons: [],
    cases: [],
    questions: questionsSchema.parse(
      parse(readFileSync(`${folder}/examples/questions.yaml`, 'utf8')),
    ),
    minutes: 0,
  };
}
