import { messageKey, translator } from '../../src/course/interface.ts';
import type { Course } from '../../src/course/course.ts';
import { nothing, xml as html } from '../package/markup.ts';
import type { Standard } from '../standards/standard.ts';
import { findingIds } from './finding.ts';

/** Path of the page in a package. No page of the course leads to it. */
export const diagnosticsPath = 'package/diagnostics.html';

const verdicts = ['good', 'fault', 'note'] as const;

/**
 * The diagnostics page of a package ("Why isn't it tracking?"): tests the LMS, reports faults and names the setting to
 * change. Every sentence is in the markup, and is shown when it applies.
 * @param script address of its script, relative to the page
 */
export function diagnosticsPage(
  course: Course,
  standard: Standard,
  { script, style, build }: { script: string; style: string; build: string },
): string {
  const { language } = course;
  const t = translator(language, course.interface);
  const has = (key: string) => {
    const [section = '', name = ''] = key.split('.');
    return course.interface.messages[section]?.[name] !== undefined;
  };
  const say = (name: string) => t(messageKey(`diagnostics.${name}`));
  return html`<!doctype html>
    <html
      lang="${language}"
      dir="${course.interface.direction}"
      data-package="${standard.id}"
      data-build="${build}"
      data-course="${course.id}"
      data-version="${course.version}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${say('title')} – ${course.title}</title>
        <link rel="stylesheet" href="${style}" />
        <script src="${script}" defer></script>
      </head>
      <body>
        <main>
          <h1>${say('title')}</h1>
          <p>${say('intro')}</p>
          <p id="progress" role="status">${say('running')}</p>
          <ul id="findings" hidden>
            ${findingIds.flatMap((id) =>
              verdicts
                .filter((verdict) => has(`diagnostics.${id}-${verdict}`))
                .map(
                  (verdict) =>
                    html`<li data-finding="${id}" data-verdict="${verdict}" hidden>
                      <p>
                        <b>${say(verdict)}</b> ${say(`${id}-${verdict}`)}
                        <code data-measured></code>
                      </p>
                      ${has(`diagnostics.${id}-${verdict}-do`) ? html`<p>${say(`${id}-${verdict}-do`)}</p>` : nothing}
                    </li>`,
                ),
            )}
          </ul>
          <p>${say('settings')}</p>
          <label for="report">${say('report')}</label>
          <textarea id="report" readonly rows="14"></textarea>
          <p>${say('private')}</p>
        </main>
      </body>
    </html> `.text;
}
