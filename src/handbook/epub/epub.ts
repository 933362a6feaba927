import { translator } from '../../course/interface.ts';
import type { Course } from '../../course/course.ts';
import type { Section } from '../compose.ts';
import { contentsList, contentsOf } from '../contents.ts';
import type { Handbook } from '../handbook.ts';
import { escapeXml } from '../../html/escape.ts';
import { kindWords, titleLines } from '../printed-page.ts';
import { contentDocument } from './content-document.ts';
import { packageDocument, type Resource } from './package-document.ts';

/** Names of the files that are not sections. */
const names = { title: 'title.xhtml', contents: 'nav.xhtml', style: 'style.css' } as const;

/** The first file of an EPUB, stored uncompressed (EPUB 3.3, 4.2.3.3). */
export const mimetypeFile = 'mimetype';

/**
 * Makes the files of an EPUB 3.3 publication from a handbook, by path. The output is reproducible.
 * @param sections composed with each section as a separate file
 * @param style text of its stylesheet
 * @param identifier globally unique URN
 * @throws if a link targets no place in the handbook
 */
export function epubFiles(
  handbook: Handbook,
  sections: readonly Section[],
  course: Course,
  { style, identifier }: { readonly style: string; readonly identifier: string },
): ReadonlyMap<string, string> {
  const t = translator(course.language, course.interface);
  const fileOf = (index: number) => `s${String(index + 1).padStart(3, '0')}.xhtml`;
  const places = new Map<string, string>();
  sections.forEach(({ id, text }, index) => {
    places.set(id, fileOf(index));
    for (const [, inner = ''] of text.matchAll(/ id="([^"]*)"/g)) places.set(inner, fileOf(index));
  });
  const address = (id: string): string => {
    const file = places.get(id);
    if (file === undefined) throw new Error(`"${handbook.id}" has no place "${id}"`);
    return `${file}#${id}`;
  };
  const write = (title: string, body: string) =>
    contentDocument({ course, title, body, style: names.style });
  const texts = sections.map(({ kind, id, title, text }, index): Resource & { text: string } => {
    const linked = text.replace(/ href="#([^"]*)"/g, (_, to: string) => ` href="${address(to)}"`);
    const body = `<section class="${kind}"${roles[kind] ?? ''}><h1 id="${id}">${escapeXml(title)}</h1>\n${linked}\n</section>`;
    return {
      ...{ id: `section-${index + 1}`, path: fileOf(index), type: xhtml, text: write(title, body) },
      ...(linked.includes('<svg') && { properties: 'svg' }),
    };
  });
  const lines = contentsOf(sections);
  const heading = escapeXml(t('site.contents'));
  const first = { id: 'title', path: names.title, type: xhtml };
  const nav = { id: 'contents', path: names.contents, type: xhtml, properties: 'nav' };
  const contents = `<nav epub:type="toc" id="toc" role="doc-toc"><h1>${heading}</h1>${contentsList(lines, address)}</nav>
<nav epub:type="landmarks" id="landmarks" hidden="" aria-label="${escapeXml(t('handbook.landmarks'))}"><ol><li><a epub:type="toc" href="#toc">${heading}</a></li><li><a epub:type="bodymatter" href="${fileOf(0)}">${escapeXml(handbook.title)}</a></li></ol></nav>`;
  const title = `<section class="title" epub:type="titlepage"><p>${escapeXml(course.title)}</p><h1>${escapeXml(handbook.title)}</h1><p>${escapeXml(kindWords(handbook, t))}</p><p>${escapeXml(handbook.summary)}</p>${titleLines(
    course,
    t,
  )
    .map((line) => `<p class="small">${escapeXml(line)}</p>`)
    .join('\n')}</section>`;
  const folder = 'EPUB';
  return new Map([
    [mimetypeFile, 'application/epub+zip'],
    ['META-INF/container.xml', container(`${folder}/package.opf`)],
    [
      `${folder}/package.opf`,
      packageDocument({
        ...{ handbook, course, identifier },
        spine: [first, nav, ...texts],
        others: [{ id: 'style', path: names.style, type: 'text/css' }],
      }),
    ],
    [`${folder}/${names.title}`, write(handbook.title, title)],
    [`${folder}/${names.contents}`, write(t('site.contents'), contents)],
    [`${folder}/${names.style}`, style],
    ...texts.map(({ path, text }) => [`${folder}/${path}`, text] as const),
  ]);
}

const xhtml = 'application/xhtml+xml';

/** Semantic role of each kind of section, for reading systems (EPUB SSV, DPUB-ARIA). */
const roles: Partial<Record<Section['kind'], string>> = {
  part: ' epub:type="part" role="doc-part"',
  introduction: ' epub:type="introduction" role="doc-introduction"',
  lesson: ' epub:type="chapter" role="doc-chapter"',
  notes: ' epub:type="endnotes" role="doc-endnotes"',
  terms: ' epub:type="glossary" role="doc-glossary"',
};

const container = (path: string) => `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>
`;
