import type { Module } from '../course/course.ts';
import { wordsBelow } from '../lesson/words-below.ts';
import { contentRoot, filesOf, loadContent } from './loaded.ts';
import { pageContent } from './page-content.ts';

/**
 * The questions of the page of examples (`examples.mdx`), as if of a module. The page is not linked for
 * learners.
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

/**
 * The MDX of each example as its author wrote it, by the heading of the third level above it.
 * @throws where the language has no page of examples
 */
export function samplesOf(language: string): ReadonlyMap<string, string> {
  const { root } = pageContent(language, 'examples');
  const lines = filesOf(contentRoot()).get(`${language}/examples.mdx`)?.text?.split('\n') ?? [];
  const headings = ('children' in root ? root.children : []).filter(
    (node) => node.type === 'heading',
  );
  return new Map(
    headings.flatMap((heading, index) => {
      if (heading.depth !== 3) return [];
      const end = headings[index + 1]?.position?.start.line;
      const below = lines.slice(heading.position?.end.line, end && end - 1);
      return [[wordsBelow(heading), below.join('\n').trim()] as const];
    }),
  );
}
