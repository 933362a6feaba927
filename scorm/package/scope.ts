import type { Course } from '../../src/course/outline.ts';
import { isAllowedKind, kindOf } from './allowed.ts';
import { readPage } from './html.ts';
import type { Files } from './pif.ts';
import { pageReferences, styleReferences, targetOf, type Reference } from './reference.ts';

/** Page on which a learner who comes for the first time starts. */
export const startPageOf = ({ language }: Pick<Course, 'language'>) => `${language}/index.html`;

/**
 * The files of the website that a package of the course in one language holds: what can be reached
 * from its start page, its lessons and its cases. Left out are the start page of the website, whose
 * place the shell takes, other languages, kinds of files that some servers refuse (P35), and pages
 * to which no learner is led, such as those for reviewers.
 * @returns paths in order; a page of the course that the site does not have is among them
 */
export function pathsInScope(site: Files, course: Course): string[] {
  const pages = course.modules.flatMap(({ lessons, cases }) =>
    [...lessons, ...cases].map(({ href }) => href),
  );
  const others = course.languages.filter((language) => language !== course.language);
  const mayStay = (path: string) =>
    path !== 'index.html' &&
    isAllowedKind(path) &&
    !others.some((language) => path.startsWith(`${language}/`));

  const reached = new Set<string>();
  const queue = [startPageOf(course), ...pages];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const bytes = site.get(path);
    if (bytes)
      queue.push(...usedBy(path, bytes, site).filter((used) => site.has(used) && mayStay(used)));
  }
  return [...reached].toSorted();
}

/** Paths of the files that a file uses or leads to. */
function usedBy(path: string, bytes: Uint8Array, site: Files): string[] {
  const text = new TextDecoder().decode(bytes);
  // A script names the files it loads later in ways that cannot be parsed; the whole name is telling.
  if (kindOf(path) === 'js')
    return [...site.keys()].filter((other) =>
      text.includes(other.slice(other.lastIndexOf('/') + 1)),
    );
  return referencesIn(path, text).flatMap(({ url }) => {
    const target = targetOf(url, path);
    return target.to === 'file' ? [target.path] : [];
  });
}

/** Every URL of a page, a drawing or a style sheet; none for other kinds of files. */
export function referencesIn(path: string, text: string): Reference[] {
  if (kindOf(path) === 'css') return styleReferences(text);
  return kindOf(path) === 'html' || kindOf(path) === 'svg' ? pageReferences(readPage(text)) : [];
}
