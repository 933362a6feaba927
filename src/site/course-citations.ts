import { getCollection } from 'astro:content';
import type { Course } from '../course/course.ts';
import type { Translate } from '../course/interface.ts';
import { chartFile } from './drawing-file.ts';
import { citationsOf, type CitingPage } from './citations.ts';
import type { Use } from '../course/law-index.ts';
import { typesetText } from '../course/typeset.ts';

/** Every citation of the course with its page, read from the bodies that Astro renders. */
export async function courseCitations(course: Course, t: Translate): Promise<Use<CitingPage>[]> {
  const own = `${course.language}/`;
  const entries = await getCollection('mdx', ({ id }) => id.startsWith(own));
  const bodies = new Map(
    entries.map(({ id, body, data }) => [
      id.slice(own.length),
      { body: body ?? '', title: typesetText(String((data as { title: unknown }).title)) },
    ]),
  );
  const charts = ({ id }: { id: string }, name: string) =>
    chartFile(course.language, `modules/${id}`, name);
  return citationsOf(course, bodies, charts, {
    check: t('module.check'),
    glossary: t('glossary.title'),
    words: t('reference.words'),
    library: t('reference.library'),
  });
}
