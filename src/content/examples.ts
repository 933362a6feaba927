import type { Module } from '../course/course.ts';
import { contentRoot, loadContent } from './load.ts';

/**
 * What the page of examples (`examples.mdx`) is made of besides its words: questions, as if they
 * were those of a module. No learner is led there.
 * @returns undefined where the language has no such page
 */
export function examplesOf(language: string, root = contentRoot()): Module | undefined {
  const { content } = loadContent(language, root);
  if (!content.pages.has(`${language}/examples.mdx`)) return undefined;
  return {
    id: 'examples',
    title: '',
    short: '',
    summary: '',
    objectives: [],
    lessons: [],
    cases: [],
    questions: content.questions.get('examples') ?? [],
    minutes: 0,
    slowMinutes: 0,
  };
}
