import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import {
  attribute,
  elements,
  hasClass,
  insertAfter,
  outerHtml,
  readPage,
  remove,
  setAttribute,
  type Document,
  type Element,
} from '../html/html.ts';
import { bundleScript } from '../bundling/bundle.ts';
import { contentsScript } from './bundles.ts';
import { relativeUrls } from './relative-urls.ts';

/** Folder of the file, relative to the site. */
const folder = 'assets';

/**
 * Text of `assets/contents-<language>.js`: the contents of the course, cut from its start page, with the list from each
 * module's introduction in that module's fold, and URLs relative to the file. The script of the drawer follows.
 * @param pageOf returns the HTML of a page by its path, such as `en/index.html`, with URLs from the root of the site
 * @param names maps the path by which pages know a file to its name after the build
 */
export async function contentsFile(
  course: Course,
  pageOf: (path: string) => Promise<string>,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): Promise<string> {
  const page = readPage(await pageOf(`${course.language}/index.html`));
  for (const element of elements(page))
    if (attribute(element, 'data-long') !== undefined) remove(element);
  const contents = [...elements(page)].find((element) => attribute(element, 'id') === 'contents');
  if (contents === undefined)
    throw new Error('The start page has no element with the id "contents".');
  setAttribute(contents, 'id', undefined);
  setAttribute(contents, 'data-contents', undefined);
  for (const section of elements(contents)) {
    const module = attribute(section, 'data-module');
    if (module === undefined) continue;
    const introduction = readPage(await pageOf(`${course.language}/${module}/introduction.html`));
    fill(section, introduction);
  }
  const moved = relativeUrls(outerHtml(contents), `${folder}/contents.html`, names);
  const t = translator(course.language, course.interface);
  const text = {
    html: moved.replace(/^.*<body>|<\/body>.*$/gs, '').replace(/\s+/g, ' '),
    title: t('site.contents'),
    close: t('lesson.closeTerm'),
    read: t('lesson.readCount', { done: '{done}', total: '{total}' }),
    style: (names.get(`${folder}/reader.css`) ?? 'reader.css').replace(`${folder}/`, ''),
  };
  return `window.atiContentsText=${JSON.stringify(text)};\n${await bundleScript(contentsScript)}`;
}

/** Replaces the link to an introduction with the list from the introduction, if the start page has a fold for it. */
function fill(section: Element, introduction: Document) {
  const list = [...elements(introduction)].find((element) => hasClass(element, 'toc'));
  const all = [...elements(section)];
  const summary = all.find(({ tagName }) => tagName === 'summary');
  const link = all.find((element) => hasClass(element, 'on-screen'));
  if (!summary || !link || !list) return;
  remove(link);
  insertAfter(summary, outerHtml(list));
}
