import { translator, type Translate } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { day } from '../site/day.ts';
import type { Section } from './compose.ts';
import { contentsList, contentsOf } from './contents.ts';
import type { Handbook } from './handbook.ts';
import { escapeXml } from '../html/escape.ts';

/** Addresses of the files and pages that the page uses, relative to it. */
export interface PageAddresses {
  readonly styles: readonly string[];
  readonly script: string;
  readonly icon: string;
  /** Page for choosing a handbook. */
  readonly choice: string;
}

/** Lines below the title of a handbook on its title page. */
export function titleLines(course: Course, t: Translate): readonly string[] {
  const version = { version: course.version, date: day(course.language, course.date) };
  return [
    `${t('trust.version', version)}.`,
    `${t('trust.independent')}. ${t('trust.notAdvice')}.`,
    t('handbook.licence'),
  ];
}

/** The name of a kind of handbook: course, track, module or lesson. */
export const kindWords = ({ kind }: Handbook, t: Translate): string => t(`handbook.of-${kind}`);

/** A handbook as one printable page of the website: title, contents with space for page numbers, text. */
export function printedPage(
  handbook: Handbook,
  sections: readonly Section[],
  course: Course,
  to: PageAddresses,
): string {
  const t = translator(course.language, course.interface);
  const { language, interface: words } = course;
  const title = escapeXml(handbook.title);
  const contents = contentsList(
    contentsOf(sections),
    (id) => `#${id}`,
    (id) => `<span class="page-of" data-page-of="${id}"></span>`,
  );
  return `<!DOCTYPE html>
<html lang="${language}" dir="${words.direction}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title} · ${escapeXml(t('handbook.title'))}</title>
<meta name="color-scheme" content="light dark"/>
<link rel="icon" href="${to.icon}" type="image/svg+xml"/>
${to.styles.map((style) => `<link rel="stylesheet" href="${style}"/>`).join('\n')}
<script defer="" src="${to.script}"></script>
</head>
<body class="handbook">
<a class="skip" href="#main">${escapeXml(t('site.skip'))}</a>
<header class="ways"><a href="${to.choice}">${escapeXml(t('handbook.toChoice'))}</a> <button type="button" data-print="" hidden="">${escapeXml(t('handbook.print'))}</button></header>
<main id="main" tabindex="-1" data-search="off">
<header class="title">
<p class="label">${escapeXml(handbook.kind === 'course' ? t('handbook.title') : course.title)}</p>
<h1>${title}</h1>
<p class="label">${escapeXml(kindWords(handbook, t))}</p>
<p class="lead">${escapeXml(handbook.summary)}</p>
${titleLines(course, t)
  .map((line) => `<p class="small">${escapeXml(line)}</p>`)
  .join('\n')}
</header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${escapeXml(t('site.contents'))}</h2>
${contents}</nav>
${sections.map((section) => sectionMarkup(section, handbook)).join('\n')}
</main>
</body>
</html>
`;
}

function sectionMarkup({ kind, id, title, level, text }: Section, { kind: of }: Handbook): string {
  // The title of a lesson is already above its contents.
  const isTitle = of === 'lesson' && kind === 'lesson';
  const heading = isTitle ? '' : `<h${level} id="${id}">${escapeXml(title)}</h${level}>`;
  return `<section class="${kind}"${isTitle ? ` id="${id}"` : ''}>${heading}\n${text}\n</section>`;
}
