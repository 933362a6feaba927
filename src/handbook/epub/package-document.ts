import { translator } from '../../course/interface.ts';
import type { Course } from '../../course/course.ts';
import type { Handbook } from '../handbook.ts';
import { escapeXml } from '../../html/escape.ts';

/** A file of a publication. */
export interface Resource {
  /** Unique in the package document. */
  readonly id: string;
  /** Path relative to the package document. */
  readonly path: string;
  /** Media type. */
  readonly type: string;
  /** Properties of the manifest item (EPUB 3.3, D.4). */
  readonly properties?: string;
}

/** Accessibility properties of the handbooks, for blind readers and readers with low vision (schema.org). */
const accessibility = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ['accessModeSufficient', 'textual,visual'],
  ['accessibilityFeature', 'alternativeText'],
  ['accessibilityFeature', 'longDescription'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityFeature', 'readingOrder'],
  ['accessibilityFeature', 'displayTransformability'],
  ['accessibilityHazard', 'none'],
] as const;

/** The package document: metadata, files and reading order of the publication (EPUB 3.3, 5). */
export function packageDocument({
  handbook,
  course,
  identifier,
  spine,
  others,
}: {
  readonly handbook: Handbook;
  readonly course: Course;
  readonly identifier: string;
  /** Content documents in reading order. */
  readonly spine: readonly Resource[];
  readonly others: readonly Resource[];
}): string {
  const t = translator(course.language, course.interface);
  const title = handbook.kind === 'course' ? course.title : `${course.title}: ${handbook.title}`;
  const { language, interface: words } = course;
  const meta = (property: string, value: string) =>
    `<meta property="${property}">${escapeXml(value)}</meta>`;
  const items = [...spine, ...others].map(
    ({ id, path, type, properties }) =>
      `<item id="${id}" href="${path}" media-type="${type}"${
        properties === undefined ? '' : ` properties="${properties}"`
      }/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="${language}" dir="${words.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="identifier">${escapeXml(identifier)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>${language}</dc:language>
<dc:creator>${escapeXml(t('copy.shelfCreator'))}</dc:creator>
<dc:date>${course.date}</dc:date>
<dc:description>${escapeXml(handbook.summary)}</dc:description>
<dc:rights>${escapeXml(t('handbook.licence'))}</dc:rights>
${meta('dcterms:modified', `${course.date}T00:00:00Z`)}
${accessibility.map(([property, value]) => meta(`schema:${property}`, value)).join('\n')}
${meta('schema:accessibilitySummary', t('handbook.accessibility'))}
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine${words.direction === 'rtl' ? ' page-progression-direction="rtl"' : ''}>
${spine.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}
