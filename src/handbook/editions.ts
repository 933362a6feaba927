import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { fileSize } from '../course/file-size.ts';
import { attribute, elements, insertAfter, readPage, remove, writePage } from '../html/html.ts';
import { escapeXml } from '../html/escape.ts';

/** A handbook as a downloadable file. */
export interface Edition {
  readonly kind: 'epub' | 'pdf';
  /** Path of the handbook, relative to the site, without extension. */
  readonly path: string;
  readonly bytes: number;
}

/** Attribute that marks the added links, so that they can be found and removed. */
const mark = 'data-edition';

/** Path of the page for choosing a handbook in a language. */
export const choicePage = (language: string): string => `${language}/handbook.html`;

/**
 * Adds to the page for choosing a handbook, after each link to a handbook page, links to its existing files with their
 * sizes. Links added earlier are removed.
 * @param page HTML in which links to handbooks have the path of the handbook in `data-book`
 */
export function withEditions(
  page: string,
  editions: readonly Edition[],
  { language, interface: words }: Pick<Course, 'language' | 'interface'>,
): string {
  const t = translator(language, words);
  const read = readPage(page);
  for (const element of [...elements(read)])
    if (attribute(element, mark) !== undefined) remove(element);
  for (const element of [...elements(read)]) {
    const book = attribute(element, 'data-book');
    const bookEditions = editions.filter(({ path }) => path === book);
    const links = bookEditions.map(({ kind, path, bytes }) => {
      const text = t(`handbook.${kind}`, { size: fileSize(language, Math.max(bytes, 5e4), 1) });
      const name = t('handbook.named', {
        edition: text,
        title: attribute(element, 'data-title') ?? '',
      });
      const file = `${path.slice(path.indexOf('/') + 1)}.${kind}`;
      return `<a href="${escapeXml(file)}" aria-label="${escapeXml(name)}">${escapeXml(text)}</a>`;
    });
    if (links.length > 0) insertAfter(element, `<span ${mark}="">${links.join(' · ')}</span>`);
  }
  return writePage(read);
}
