import type { PageOfCourse } from './notes.ts';

/**
 * The pages that have entries, each once with its title, in course order; pages removed from the course come last.
 * @param order paths of pages, relative to the language, without extension
 */
export function pagesInOrder(
  entries: readonly PageOfCourse[],
  order: readonly string[],
): readonly (readonly [page: string, title: string])[] {
  const placeOf = (page: string) => {
    const place = order.indexOf(page.replace(/\.html$/, ''));
    return place === -1 ? order.length : place;
  };
  const pages = [...new Map(entries.map(({ page, title }) => [page, title]))];
  return pages.sort(([one], [other]) => placeOf(one) - placeOf(other));
}
