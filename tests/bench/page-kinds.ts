import type { Course } from '../../src/course/course.ts';

/** One page that stands for its kind. */
export interface PageKind {
  readonly name: string;
  /** Path below the site. */
  readonly href: string;
  /** A page that was read before it, so that what both share is in the browser already. */
  readonly after?: string;
  /** Whether that page is read until it has asked for this one by itself. */
  readonly isPrefetched?: boolean;
  /** Words to search for once the page is there. */
  readonly query?: string;
}

/** The kinds of page a learner meets, each by the first of the course. */
export function pageKinds({ language, modules }: Course): readonly PageKind[] {
  const [module] = modules;
  const [lesson, next] = modules.flatMap(({ lessons }) => lessons);
  const [firstCase] = modules.flatMap(({ cases }) => cases);
  const checked = modules.find(({ check }) => check !== undefined);
  if (!module || !lesson) throw new Error('The course has no lesson.');
  const page = (name: string) => `${language}/${name}.html`;
  return [
    { name: 'start', href: 'index.html' },
    { name: 'introduction', href: page(`${module.id}/introduction`) },
    { name: 'lesson', href: lesson.href },
    ...(next
      ? [
          { name: 'next lesson, warm', href: next.href, after: lesson.href },
          {
            name: 'next lesson, prefetched',
            href: next.href,
            after: lesson.href,
            isPrefetched: true,
          },
        ]
      : []),
    ...(firstCase ? [{ name: 'case', href: firstCase.href }] : []),
    ...(checked ? [{ name: 'check', href: page(`${checked.id}/check`) }] : []),
    { name: 'glossary', href: page('glossary') },
    { name: 'sources', href: page('sources') },
    { name: 'search to a result', href: page('search'), query: longWords(lesson.title) },
  ];
}

/** The two longest words of a title: what somebody might search for, and sure to be found. */
const longWords = (title: string) =>
  (title.match(/\p{L}+/gu) ?? [])
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 2)
    .join(' ');
