import type { Module } from '../course/course.ts';
import {
  elements,
  hasClass,
  outerHtml,
  readPage,
  setAttribute,
  type Document,
  type Element,
} from '../html/html.ts';
import type { BankFile } from '../questions/page/bank-file.ts';
import { relativeUrls } from './relative-urls.ts';

/** Folder of the file, below the site. */
const folder = 'assets';

/**
 * The bank of a module as a script that its check and the assessments load, cut out of the page that shows
 * all its questions, so that each question is written once. Its URLs are relative to the script.
 * @param questionsPage HTML of `<language>/<module>/questions.html`, with URLs from the root of the site
 * @param names what a file is called after the build, by the path pages know it by
 */
export function bankFile(
  questionsPage: string,
  { objectives, lessons }: Pick<Module, 'objectives' | 'lessons'>,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): string {
  const page = readPage(relativeUrls(questionsPage, `${folder}/bank.html`, names));
  const within = (className: string, tag: string) =>
    [...elements(page)]
      .filter((element) => element.tagName === 'section' && hasClass(element, className))
      .flatMap((section) => [...elements(section)].filter(({ tagName }) => tagName === tag))
      .map(outerHtml)
      .join('');
  const file: BankFile = {
    articles: within('bank', 'article'),
    answers: within('key-of-answers', 'details'),
    lessons: Object.fromEntries(
      objectives.map(({ id }) => [
        id,
        lessons
          .filter((lesson) => lesson.objectives.includes(id))
          .map(({ href, title }) => ({ href: `../${href}`, title })),
      ]),
    ),
  };
  return `window.atiBank=${JSON.stringify(file)};\n`;
}

/** Attributes that the script of a check reads of a question and of its answer. */
const readByChecks = [
  'data-missing',
  'data-option',
  'data-correct',
  'data-response',
  'data-shuffle',
];

/** Attributes of an answer key with its words for scripts, such as `data-right`. */
const wordsForScripts = (element: Element) =>
  hasClass(element, 'key-of-answers')
    ? element.attrs.map(({ name }) => name).filter((name) => /^data-(?!search)/.test(name))
    : [];

/**
 * Removes from the page of a bank the attributes that only checks read: they have them from the file of the bank. This
 * makes the page a twentieth lighter.
 * @param page of all questions of a module; it is changed
 */
export function leaveOutCheckData(page: Document): void {
  for (const element of elements(page))
    for (const name of [...readByChecks, ...wordsForScripts(element)])
      setAttribute(element, name, undefined);
}
