import { basename } from 'node:path';
import { boundWords } from '../content/typography/bound-words.ts';
import { attribute, type Document, elements, readPage } from '../html/html.ts';
import type { Section } from '../search/section.ts';
import { sectionsOfPage } from '../search/sections.ts';
import { leaveOutCheckData } from './bank-files.ts';
import { styleFirstView } from './first-view.ts';
import { relativeUrlsOf } from './relative-urls.ts';

/** What the build derives from parsing an Astro page once. */
export interface ParsedPage {
  /** The HTML as Astro made it. */
  readonly source: string;
  /** Sections of the page, for the search index. */
  readonly sections: readonly Section[];
  /** The page with relative URLs and placeholders for the names of files in `assets/`. */
  readonly unnamed: string;
}

/** Delimiters of a placeholder: characters that occur in no page. */
const [open, close] = ['\u0001', '\u0002'];
const waiting = {
  get: (file: string) =>
    file.startsWith('assets/')
      ? `assets/${open}${file.slice('assets/'.length)}${close}`
      : undefined,
};

/**
 * @param path of the page, relative to the site, such as `en/pre-arrest/who-decides.html`
 * @param source HTML with URLs from the root of the site
 * @param sheets text of each stylesheet by name; the page gets those that its first view needs
 */
export function parsePage(
  path: string,
  source: string,
  sheets: ReadonlyMap<string, string>,
): ParsedPage {
  const page = readPage(source);
  const sections = sectionsOfPage(path, page);
  bindWords(page);
  styleFirstView(page, sheets);
  if (path.endsWith('/questions.html')) leaveOutCheckData(page);
  return { source, sections, unnamed: relativeUrlsOf(page, path, waiting) };
}

/** Elements whose text is not running text. */
const verbatim = new Set(['script', 'style', 'textarea', 'title', 'pre', 'code']);

/** Puts no-break spaces between words of a page that belong together, such as "art. 3". */
function bindWords(page: Document): void {
  let language = '';
  for (const element of elements(page)) {
    if (element.tagName === 'html') language = attribute(element, 'lang') ?? '';
    if (verbatim.has(element.tagName)) continue;
    for (const child of element.childNodes)
      if ('value' in child) child.value = boundWords(child.value, language);
  }
}

/**
 * The page as published, with placeholders replaced by file names.
 * @param names maps the path by which pages know a file of `assets/` to its name after the build
 * @throws if the page refers to a file of `assets/` that the build does not make
 */
export const named = (
  { unnamed }: ParsedPage,
  path: string,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): string =>
  unnamed.replace(/\u0001([^\u0002]*)\u0002/g, (_, file: string) => {
    const name = names.get(`assets/${file}`);
    if (name === undefined)
      throw new Error(`${path} refers to /assets/${file}, which the build does not make.`);
    return basename(name);
  });
