import { chartOf } from '../content/page-content.ts';
import { loadContent } from '../content/loaded.ts';
import type { Course } from '../course/course.ts';
import type { Translate } from '../course/interface.ts';
import type { Use } from '../course/law-index.ts';
import { typesetText } from '../content/typography/typeset.ts';
import { citationsOf, type CitingPage } from './citations.ts';

/** Every citation of the course with its page. */
export function courseCitations(course: Course, t: Translate): Use<CitingPage>[] {
  const { pages, lessons, bodies } = loadContent(course.language).content;
  const read = [
    ...[...lessons.values()].map(({ file, frontmatter }) => ({ file, frontmatter })),
    ...[...pages].map(([file, { frontmatter }]) => ({ file, frontmatter })),
  ].map(
    ({ file, frontmatter }) =>
      [
        file.slice(course.language.length + 1).replace(/\.mdx$/, ''),
        {
          title: typesetText(frontmatter.title, course.language),
          uses: bodies.get(file)?.uses ?? [],
        },
      ] as const,
  );
  return citationsOf(
    course,
    new Map(read),
    ({ id }, name) => chartOf(course.language, `${id}/${name}`),
    {
      check: t('module.check'),
      glossary: t('glossary.title'),
      words: t('reference.words'),
      library: t('reference.library'),
    },
  );
}
