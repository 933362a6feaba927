import type { PageOfCourse } from './notes.ts';

/**
 * The pages on which something stands, each once with its title, in the order of the course; a page that the course
 * no longer has comes last.
 * @param order paths of pages below the language, without their ending
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
