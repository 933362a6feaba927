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

/** Folder of the file, relative to the site. */
const folder = 'assets';

/**
 * Makes the question bank of a module as a script, which its check and the assessments load. It is cut from the page
 * that shows all the module's questions, so that each question is rendered once. Its URLs are relative to the script.
 * @param questionsPage HTML of `<language>/<module>/questions.html`, with URLs from the root of the site
 * @param names maps the path by which pages know a file to its name after the build
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

/** Attributes of questions and answers that only the script of a check reads. */
const readByChecks = [
  'data-missing',
  'data-option',
  'data-correct',
  'data-response',
  'data-shuffle',
];

/** Attributes of an answer key that hold texts for scripts, such as `data-right`. */
const wordsForScripts = (element: Element) =>
  hasClass(element, 'key-of-answers')
    ? element.attrs.map(({ name }) => name).filter((name) => /^data-(?!search)/.test(name))
    : [];

/**
 * Removes from the questions page the attributes that only checks read, since checks get them from the bank file. This
 * makes the page a twentieth smaller.
 * @param page with all questions of a module; modified in place
 */
export function leaveOutCheckData(page: Document): void {
  for (const element of elements(page))
    for (const name of [...readByChecks, ...wordsForScripts(element)])
      setAttribute(element, name, undefined);
}
