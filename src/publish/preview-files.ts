import { languagesOf, loadCourse } from '../content/load.ts';
import { searchIndex } from '../search/index-file.ts';
import { partOf } from '../search/parts.ts';
import { bankFile } from './bank-files.ts';
import { contentsFile } from './contents-file.ts';
import { courseScripts } from './course-scripts.ts';
import { readerFile } from './reader-file.ts';

/** Returns the HTML of a page of the preview by its path, such as `en/pre-arrest/questions.html`. */
type PageOf = (path: string) => Promise<string>;

/** Names without hashes: the live preview does not rename files. */
const names = { get: (path: string) => path };

/** Number of concurrent page requests, kept low to leave an author's machine responsive. */
const atATime = 4;

/**
 * Generates on request, for the live preview, the scripts that the build makes from course and pages: question banks,
 * the search index, and the scripts of the course (`course-scripts.ts`).
 */
export class PreviewFiles {
  readonly #page: PageOf;
  /**
   * Parts of the search index by name, per language. An index is built from every page, so it is cached until something
   * changes.
   */
  readonly #indexes = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(page: PageOf) {
    this.#page = page;
  }

  /** Drops the indexes, which were built from earlier versions of the pages. */
  forget(): void {
    this.#indexes.clear();
  }

  /**
   * @param name of a script in `/assets/`, such as `bank-en-pre-arrest.js`
   * @returns undefined if the build makes no such script
   */
  async script(name: string): Promise<string | undefined> {
    for (const language of languagesOf()) {
      const course = loadCourse(language);
      const script = courseScripts(course).get(name.replace(/\.js$/, ''));
      if (script !== undefined) return script();
      if (name === `contents-${language}.js`) return contentsFile(course, this.#page, names);
      if (name === `reader-${language}.js`) return readerFile(course, names);
      const module = course.modules.find(({ id }) => name === `bank-${language}-${id}.js`);
      if (module !== undefined)
        return bankFile(await this.#page(`${language}/${module.id}/questions.html`), module, names);
      if (name.startsWith(`search-${language}`)) return (await this.#index(language)).get(name);
    }
    return undefined;
  }

  #index(language: string): Promise<ReadonlyMap<string, string>> {
    let index = this.#indexes.get(language);
    if (index === undefined) {
      index = this.#makeIndex(language);
      this.#indexes.set(language, index);
      // A failed result is not cached, so that the next request tries again.
      index.catch(() => this.#indexes.delete(language));
    }
    return index;
  }

  async #makeIndex(language: string): Promise<ReadonlyMap<string, string>> {
    const pages = await this.#reachable(language);
    const head = `search-${language}.js`;
    return new Map(
      [...searchIndex(pages, language, loadCourse(language).searchWords)].map(([part, text]) => [
        partOf(head, part),
        text,
      ]),
    );
  }

  /** All pages of a language that are reachable by links from its start page. */
  async #reachable(language: string): Promise<ReadonlyMap<string, string>> {
    const pages = new Map<string, string>();
    const reached = new Set([`${language}/index.html`]);
    const next = [...reached];
    while (next.length > 0) {
      const now = next.splice(0, atATime);
      const texts = await Promise.all(now.map((path) => this.#page(path)));
      for (const [place, html] of texts.entries()) {
        pages.set(now[place] ?? '', html);
        for (const [, path = ''] of html.matchAll(/href="\/([^"#?]+\.html)/g))
          if (path.startsWith(`${language}/`) && !reached.has(path)) {
            reached.add(path);
            next.push(path);
          }
      }
    }
    // Sorted as in the build, because the order decides between results of equal rank.
    return new Map([...pages].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }
}
