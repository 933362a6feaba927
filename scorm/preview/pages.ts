import type { InterfaceWords, Translate } from '../../src/course/interface.ts';
import { nothing, xml as html, type Xml } from '../package/markup.ts';
import type { OpenedPackage } from './opened-package.ts';
import type { RejectedPackage } from './rejection.ts';
import type { StoredPackage } from './package-store.ts';

/** The words the pages are made with. */
export interface PageWords {
  readonly t: Translate;
  readonly language: string;
  readonly direction: InterfaceWords['direction'];
}

/** What the page of the platform tells its script (`browser/lms.ts`). */
export interface LmsData {
  /** Id of the package's standard; the script of the page is the standard's own. */
  readonly standard: string;
  /** Query that names the package and the SCO in requests to the preview. */
  readonly query: string;
  /** Address of the file to launch. */
  readonly launch: string;
}

/** The page on which a package is chosen. */
export function choosePage(words: PageWords, files: readonly StoredPackage[]): string {
  const { t } = words;
  const date = new Intl.DateTimeFormat(words.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return page(
    words,
    t('preview.title'),
    html`<main
      class="reading"
      data-opening="${t('preview.opening')}"
      data-failed="${t('preview.upload-failed')}"
    >
      <h1>${t('preview.title')}</h1>
      <p class="lead">${t('preview.intro')}</p>
      <h2>${t('preview.built')}</h2>
      ${
        files.length === 0
          ? html`<p>${t('preview.none')}</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${t('preview.name')}</th>
                  <th scope="col" class="number">${t('preview.size')}</th>
                  <th scope="col">${t('preview.made')}</th>
                </tr>
              </thead>
              <tbody>
                ${files.map(
                  ({ name, bytes, made }) =>
                    html`<tr>
                      <th scope="row">
                        <a href="lms?package=${encodeURIComponent(name)}">${name}</a>
                      </th>
                      <td class="number">
                        ${t('preview.kilobytes', { size: Math.ceil(bytes / 1024) })}
                      </td>
                      <td>${date.format(made)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      <h2>${t('preview.choose')}</h2>
      <form id="choose">
        <label for="zip">${t('preview.choose-label')}</label>
        <input id="zip" type="file" accept=".zip,application/zip" aria-describedby="zip-hint" />
        <p id="zip-hint" class="hint">${t('preview.choose-hint')}</p>
      </form>
      <p id="status" role="status"></p>
      <section id="refusal" class="notice" tabindex="-1" hidden>
        <h2 data-title></h2>
        <p data-reason></p>
        <p><b>${t('preview.remedy')}:</b> <span data-suggestion></span></p>
      </section>
    </main>`,
    'choose.js',
  );
}

/** What to tell of a refused file: title, reason and suggestion. */
export const rejectionWords = (
  t: Translate,
  file: string,
  { reason, found, nearest }: RejectedPackage,
) => ({
  title: t('preview.refused', { file }),
  reason: t(`preview.refused-${reason}`, { found, nearest }),
  suggestion: t(`preview.remedy-${reason}`),
});

/** The page that stands where a refused package would have been. */
export function rejectionPage(words: PageWords, file: string, rejected: RejectedPackage): string {
  const { title, reason, suggestion } = rejectionWords(words.t, file, rejected);
  return page(
    words,
    title,
    html`<main class="reading">
      <h1>${title}</h1>
      <p>${reason}</p>
      <p><b>${words.t('preview.remedy')}:</b> ${suggestion}</p>
      ${back(words.t)}
    </main>`,
  );
}

/** A page for what is not there. */
export const missingPage = (words: PageWords, message: 'no-package' | 'not-found') =>
  page(
    words,
    words.t('preview.title'),
    html`<main class="reading">
      <h1>${words.t('preview.title')}</h1>
      <p>${words.t(`preview.${message}`)}</p>
      ${back(words.t)}
    </main>`,
  );

const back = (t: Translate) => html`<p><a href="./">${t('preview.back')}</a></p>`;

/** Switches by which the platform is told to misbehave, in the order shown. */
const switches = ['no-api', 'commit-false', 'loses', 'slow', 'read-only'];

/** The page of the platform: the course in its frame, and beside it what it tells the platform. */
export function lmsPage(
  words: PageWords,
  opened: OpenedPackage,
  name: string,
  data: LmsData,
): string {
  const { t } = words;
  return page(
    words,
    `${opened.title} – ${t('preview.title')}`,
    html`<div
      class="lms"
      data-standard="${data.standard}"
      data-query="${data.query}"
      data-course="${data.launch}"
      data-characters="${t('preview.characters', { count: '{count}' })}"
    >
      <header>
        <p class="title">
          <a href="./">${t('preview.back')}</a> <b>${opened.title}</b>
          <span class="hint">${name}</span>
        </p>
        <p class="acts">
          <button
            id="launch"
            type="button"
            data-launch="${t('preview.launch')}"
            data-resume="${t('preview.resume')}"
          >
            ${t('preview.launch')}
          </button>
          <button id="close" type="button" disabled>${t('preview.close')}</button>
          <button id="reset" type="button" data-confirm="${t('preview.reset-confirm')}">
            ${t('preview.reset')}
          </button>
        </p>
        ${partChoice(words, opened, name)}
        ${opened.dialects.map((dialect) => html`<p class="notice">${t(`preview.dialect-${dialect}`)}</p>`)}
        <p class="hint">
          ${t('preview.state')}:
          <span id="state" role="status" data-state="idle"
            >${['idle', 'running', 'ended', 'closed'].map((state) => html`<span data-when="${state}">${t(`preview.state-${state}`)}</span>`)}</span
          >
          <span id="kept" hidden>${t('preview.kept')}</span
          ><span id="not-kept" hidden>${t('preview.not-kept')}</span>
        </p>
      </header>
      <iframe id="course" title="${t('preview.course-frame')}"></iframe>
      <div class="panel">
        <details>
          <summary>${t('preview.misbehave')}</summary>
          <p class="hint">${t('preview.misbehave-hint')}</p>
          ${switches.map((name) => html`<label><input type="checkbox" id="${name}" /> ${t(`preview.${name}`)}</label>`)}
          <label
            >${t('preview.mastery')} <input type="number" id="mastery" min="0" max="100"
          /></label>
        </details>
        <section aria-labelledby="model-title">
          <h2 id="model-title">${t('preview.model')}</h2>
          <p class="hint">${t('preview.model-hint')}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">${t('preview.element')}</th>
                <th scope="col">${t('preview.value')}</th>
                <th scope="col">${t('preview.when')}</th>
              </tr>
            </thead>
            <tbody id="model"></tbody>
          </table>
        </section>
        <section aria-labelledby="calls-title">
          <h2 id="calls-title">${t('preview.calls')}</h2>
          <p id="no-calls" class="hint">${t('preview.no-calls')}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">${t('preview.when')}</th>
                <th scope="col">${t('preview.call')}</th>
                <th scope="col">${t('preview.arguments')}</th>
                <th scope="col">${t('preview.answer')}</th>
                <th scope="col">${t('preview.error')}</th>
              </tr>
            </thead>
            <tbody id="calls"></tbody>
          </table>
        </section>
      </div>
    </div>`,
    `lms-${data.standard}.js`,
  );
}

function partChoice({ t }: PageWords, { scos }: OpenedPackage, name: string): Xml {
  if (scos.length < 2) return nothing;
  return html`<nav aria-label="${t('preview.part')}">
    <ol>
      ${scos.map(({ title }, number) => html`<li><a href="lms?package=${encodeURIComponent(name)}&sco=${number}">${title}</a></li>`)}
    </ol>
  </nav>`;
}

function page({ language, direction }: PageWords, title: string, body: Xml, script = ''): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="preview.css" />
        ${script ? html`<script src="${script}" defer></script>` : nothing}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
