import { basename } from 'node:path';
import { readPage } from '../html/html.ts';
import type { Section } from '../search/section.ts';
import { sectionsOfPage } from '../search/sections.ts';
import { leaveOutCheckData } from './bank-files.ts';
import { styleFirstView } from './first-view.ts';
import { relativeUrlsOf } from './relative-urls.ts';

/** Results of parsing a page of Astro's, which the build does once. */
export interface ParsedPage {
  /** The page as Astro made it. */
  readonly source: string;
  /** Sections of the page, for the search. */
  readonly sections: readonly Section[];
  /** The page with relative URLs, in which files of `assets/` wait for their names. */
  readonly unnamed: string;
}

/** Marks around a name that is not known yet: characters that no page holds. */
const [open, close] = ['\u0001', '\u0002'];
const waiting = {
  get: (file: string) =>
    file.startsWith('assets/')
      ? `assets/${open}${file.slice('assets/'.length)}${close}`
      : undefined,
};

/**
 * @param path of the page below the site, such as `en/pre-arrest/who-decides.html`
 * @param source HTML with URLs from the root of the site
 * @param sheets text of each stylesheet by its name, of which pages hold what their first view needs
 */
export function parsePage(
  path: string,
  source: string,
  sheets: ReadonlyMap<string, string>,
): ParsedPage {
  const page = readPage(source);
  const sections = sectionsOfPage(path, page);
  styleFirstView(page, sheets);
  if (path.endsWith('/questions.html')) leaveOutCheckData(page);
  return { source, sections, unnamed: relativeUrlsOf(page, path, waiting) };
}

/**
 * The page as it is published.
 * @param names what a file of `assets/` is called after the build, by the path pages know it by
 * @throws where the page asks for a file of `assets/` that the build does not make
 */
export const named = (
  { unnamed }: ParsedPage,
  path: string,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): string =>
  unnamed.replace(/\u0001([^\u0002]*)\u0002/g, (_, file: string) => {
    const name = names.get(`assets/${file}`);
    if (name === undefined)
      throw new Error(`${path} asks for /assets/${file}, which the build does not make.`);
    return basename(name);
  });
