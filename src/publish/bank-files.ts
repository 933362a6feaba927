import { elements, hasClass, outerHtml, readPage } from '../html/html.ts';
import type { BankFile } from '../questions/page/bank-file.ts';
import { relativeUrls } from './relative-urls.ts';

/**
 * The bank of a module as a script that the pages of the pre-test and the final load, taken from the
 * page of the module's check, so that each question is written once.
 * @param checkPage HTML of `<language>/<module>/check.html`, with URLs from the root of the site
 * @param usedOn path of the page that loads it
 * @param names what a file is called after the build, by the path pages know it by
 */
export function bankFile(
  checkPage: string,
  usedOn: string,
  names: ReadonlyMap<string, string>,
): string {
  const page = readPage(relativeUrls(checkPage, usedOn, names));
  const within = (className: string, tag: string) =>
    [...elements(page)]
      .filter((element) => element.tagName === 'section' && hasClass(element, className))
      .flatMap((section) => [...elements(section)].filter(({ tagName }) => tagName === tag))
      .map(outerHtml)
      .join('');
  const file: BankFile = {
    articles: within('bank', 'article'),
    answers: within('key-of-answers', 'details'),
  };
  return `window.atiBank=${JSON.stringify(file)};\n`;
}
