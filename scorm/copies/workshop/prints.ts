import { translator } from '../../../src/course/interface.ts';
import type { Course } from '../../../src/course/course.ts';
import type { MessageKey } from '../../../src/course/message-keys.ts';
import { elements, readPage, textOf } from '../../../src/html/html.ts';
import type { Files } from '../../package/zip-package.ts';

/** A page that trainers print, as a separate file. */
export interface Print {
  /** Path of the page below the website, with a fragment if the fragment selects the printed form. */
  readonly page: string;
  /** Path of the file in the folder. */
  readonly path: string;
  readonly title: string;
}

/** Prints of one kind. */
export interface PrintGroup {
  readonly title: string;
  readonly prints: readonly Print[];
}

/**
 * Folders and pages of a language that are printed, in the order in which a workshop needs them, each with its
 * message for the list. A second printed form has a name, used as its folder and as the URL fragment.
 */
const kinds: readonly (readonly [place: string, word: MessageKey, form?: string])[] = [
  ['workshop/guides/', 'copy.guides'],
  ['workshop/slides/', 'copy.slides'],
  ['workshop/slides/', 'copy.handouts', 'handout'],
  ['workshop/booklets/', 'copy.booklets'],
  ['workshop/keys/', 'copy.keys'],
  ['workshop/cards.html', 'copy.tableCards'],
  ['workshop/exercises/', 'copy.exercises'],
  ['workshop/sets/', 'copy.sets'],
  ['workshop/noise/papers.html', 'copy.noise'],
  ['documents/', 'reference.documents'],
  ['cards/', 'reference.cards'],
];

/** The prints of a course in groups; kinds without a page are left out. */
export function printGroups(site: Files, course: Course): PrintGroup[] {
  const { language } = course;
  const t = translator(language, course.interface);
  const pages = [...site.keys()].filter((path) => path.endsWith('.html')).toSorted();
  return kinds.flatMap(([place, word, form]) => {
    const start = `${language}/${place}`;
    const printPages = pages.filter((path) =>
      place.endsWith('/') ? path.startsWith(start) : path === start,
    );
    const prints = printPages.map((page) => {
      const folder = form ? page.replace(place, `${form}/`) : page.replace('/workshop/', '/');
      return {
        page: form ? `${page}#${form}` : page,
        path: `print/${folder.replace(/\.html$/, '.pdf')}`,
        title: titleOf(site.get(page)),
      };
    });
    return prints.length === 0 ? [] : [{ title: t(word), prints }];
  });
}

/** Title of a page without the name of the course that follows it. */
function titleOf(bytes: Uint8Array | undefined): string {
  const page = readPage(new TextDecoder().decode(bytes));
  const title = [...elements(page)].find(({ tagName }) => tagName === 'title');
  return title ? textOf(title).replace(/ · [^·]*$/, '') : '';
}
