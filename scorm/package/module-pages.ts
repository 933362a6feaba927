import { type PartLimits, searchIndex } from '../../src/search/index-file.ts';
import { partOf } from '../../src/search/parts.ts';
import {
  attribute,
  elements,
  readPage,
  remove,
  setAttribute,
  writePage,
  type Document,
  type Element,
} from '../../src/html/html.ts';
import { pageReferences, targetOf } from './reference.ts';
import type { Scope } from './scope.ts';
import { isSearchHead } from './search-files.ts';

/** The text of pages and scripts by their path. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Removes the rest of the course from the pages of a module package: glossary entries and sources that no page of the
 * package refers to, and the parts of the learner's record on other modules.
 * @param pages HTML of every page of the package
 */
export function modulePages(pages: Texts, { course }: Scope): Texts {
  const lists = ['glossary', 'sources'].map((name) => `${course.language}/${name}.html`);
  const parsed = new Map([...pages].map(([path, html]) => [path, readPage(html)]));
  const used = usedEntries(parsed, lists);
  for (const [path, page] of parsed)
    for (const element of elements(page)) {
      // The drawer would show the rest of the course; the link leads to the contents of the module.
      setAttribute(element, 'data-contents', undefined);
      if (
        (lists.includes(path) && isEntry(element) && !used.has(entryOf(path, element))) ||
        isForeignRecord(element, course)
      )
        remove(element);
    }
  return new Map([...parsed].map(([path, page]) => [path, writePage(page)]));
}

/**
 * Number of index parts in a package. Fewer than on the website, because a platform unpacks, lists and serves
 * each file.
 */
const inPackage: PartLimits = { terms: 3, sections: 3, list: 1 };

/** The search index of these pages only, under the file names of the website's index. */
export function packagedSearch(
  pages: Texts,
  paths: readonly string[],
  { language, searchWords }: Pick<Scope['course'], 'language' | 'searchWords'>,
): Texts {
  const languagePages = new Map([...pages].filter(([path]) => path.startsWith(`${language}/`)));
  const index = [...searchIndex(languagePages, language, searchWords, inPackage)];
  return new Map(
    paths
      .filter(isSearchHead)
      .flatMap((head) => index.map(([part, text]) => [partOf(head, part), text] as const)),
  );
}

const isEntry = (element: Element) => attribute(element, 'data-search') === 'entry';

const entryOf = (path: string, element: Element) => `${path}#${attribute(element, 'id') ?? ''}`;

/** Entries referenced from the pages, directly or through other kept entries. */
function usedEntries(parsed: ReadonlyMap<string, Document>, lists: readonly string[]): Set<string> {
  const used = new Set<string>();
  const follow = (path: string, from: Document | Element) => {
    for (const { url } of pageReferences(from)) {
      const target = targetOf(url, path);
      const page = target.to === 'file' ? target.path : path;
      const entry = `${page}${/#.*$/.exec(url)?.[0] ?? ''}`;
      if (!lists.includes(page) || used.has(entry)) continue;
      used.add(entry);
      const list = parsed.get(page);
      const element =
        list && [...elements(list)].find((each) => isEntry(each) && entryOf(page, each) === entry);
      if (element) follow(page, element);
    }
  };
  for (const [path, page] of parsed) if (!lists.includes(path)) follow(path, page);
  return used;
}

/** Whether an element is a section of the record page on something that the package does not contain. */
function isForeignRecord(element: Element, course: Scope['course']): boolean {
  const [, module] = /^record-(.+)$/.exec(attribute(element, 'aria-labelledby') ?? '') ?? [];
  return (
    element.tagName === 'section' &&
    module !== undefined &&
    // The script of the page looks up its parts by name.
    attribute(element, 'data-part') === undefined &&
    !(['certificate', 'sheet'].includes(module) && course.assessment) &&
    !(module === 'evaluation' && course.evaluation) &&
    !course.modules.some(({ id }) => id === module)
  );
}
