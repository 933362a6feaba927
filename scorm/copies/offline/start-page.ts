import { type Translate, translator } from '../../../src/course/interface.ts';
import type { Course } from '../../../src/course/course.ts';
import { nothing, xml as html, type Xml } from '../../package/markup.ts';
import type { PrintGroup } from '../workshop/prints.ts';

/** The course in one language, with the addresses of its pages in the folder. */
export interface OfflineLanguage {
  readonly course: Course;
  /** Address of its first page. */
  readonly start: string;
  /** Address of the page that exports and imports progress; absent if there is none. */
  readonly move?: string;
  /** Address of the first page of the workshop; absent unless the start page begins with it. */
  readonly workshop?: string;
  /** Files for trainers to print; absent if they were not made. */
  readonly prints?: readonly PrintGroup[];
}

/**
 * The page next to the folder of the course: a link for each language, and whether this browser stores progress
 * for pages read from a disk.
 * @param languages the original first
 */
export function startPage(languages: readonly OfflineLanguage[]): string {
  const [first] = languages;
  if (first === undefined) throw new RangeError('A course has at least one language.');
  const { course } = first;
  return html`<!doctype html>
    <html lang="${course.language}" dir="${course.interface.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${course.title}</title>
        <link rel="stylesheet" href="course/start/start.css" />
        <script src="course/start/start.js" defer></script>
      </head>
      <body>
        <main>${languages.map(wayIn)}</main>
      </body>
    </html> `.text;
}

const wayTo = (address: string, language: string, words: string): Xml =>
  html`<p class="way-in">
    <a href="${address}" hreflang="${language}"
      ><span aria-hidden="true">&#9654;&#65038;</span> ${words}</a
    >
  </p>`;

/** The printable files, collapsed so that the links to the course stay in view. */
const printed = (groups: readonly PrintGroup[], t: Translate, isFirst: boolean): Xml =>
  groups.length === 0
    ? html`<p>${t('copy.printFromBrowser')}</p>`
    : html`${isFirst ? html`<h2>${t('copy.toPrint')}</h2>` : html`<h3>${t('copy.toPrint')}</h3>`}
      ${groups.map(
        ({ title, prints }) =>
          html`<details>
            <summary>${title}</summary>
            <ul>
              ${prints.map((print) => html`<li><a href="${print.path}">${print.title}</a></li>`)}
            </ul>
          </details>`,
      )}`;

function wayIn({ course, start, move, workshop, prints }: OfflineLanguage, index: number): Xml {
  const { language } = course;
  const t = translator(language, course.interface);
  const taken = move === undefined ? nothing : html`<a href="${move}">${t('move.title')}</a>`;
  const heading = index === 0 ? html`<h1>${course.title}</h1>` : html`<h2>${course.title}</h2>`;
  return html`<section lang="${language}" dir="${course.interface.direction}">
    ${heading}
    ${workshop === undefined ? nothing : wayTo(workshop, language, t('copy.startWorkshop'))}
    ${wayTo(start, language, t('copy.start'))}
    ${prints === undefined ? nothing : printed(prints, t, index === 0)}
    <p>${t('copy.together')}</p>
    <p data-keeps="kept" hidden>${t('copy.kept')} ${taken}</p>
    <p data-keeps="refused" hidden>${t('copy.refused')} ${taken}</p>
  </section>`;
}
