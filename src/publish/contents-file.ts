import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { attribute, elements, outerHtml, readPage, remove, setAttribute } from '../html/html.ts';
import { bundleScript } from '../bundling/bundle.ts';
import { contentsScript } from './bundles.ts';
import { relativeUrls } from './relative-urls.ts';

/** Folder of the file, below the site. */
const folder = 'assets';

/**
 * Text of `assets/contents-<language>.js`: the contents of the course, cut out of its start page, with URLs relative
 * to the file, and below them the script of the drawer.
 * @param startPage HTML of `<language>/index.html`, with URLs from the root of the site
 * @param names what a file is called after the build, by the path pages know it by
 */
export async function contentsFile(
  course: Course,
  startPage: string,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): Promise<string> {
  const page = readPage(startPage);
  for (const element of elements(page))
    if (attribute(element, 'data-long') !== undefined) remove(element);
  const contents = [...elements(page)].find((element) => attribute(element, 'id') === 'contents');
  if (contents === undefined) throw new Error('the start page has no contents');
  setAttribute(contents, 'id', undefined);
  const moved = relativeUrls(outerHtml(contents), `${folder}/contents.html`, names);
  const t = translator(course.language, course.interface);
  const text = {
    html: moved.replace(/^.*<body>|<\/body>.*$/gs, '').replace(/\s+/g, ' '),
    title: t('site.contents'),
    close: t('lesson.closeTerm'),
    style: (names.get(`${folder}/reader.css`) ?? 'reader.css').replace(`${folder}/`, ''),
  };
  return `window.atiContentsText=${JSON.stringify(text)};\n${await bundleScript(contentsScript)}`;
}
