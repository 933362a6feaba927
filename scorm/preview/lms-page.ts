import { nothing, xml as html, type Xml } from '../package/markup.ts';
import { backLink, page, printable, type PageWords } from './page.ts';
import { activities, runTimePanel, type Panel, unitPanel } from './panel.ts';
import type { ServedPackage } from './read-package.ts';

/** Content of the platform's page apart from the package. */
export interface LmsPageParts {
  /** Name of the file. */
  readonly name: string;
  /** Number of the SCO. */
  readonly sco: string;
  /** Query that names the package. */
  readonly query: URLSearchParams;
  /** URL of the page for choosing a package. */
  readonly home: string;
}

/** The page of the platform: the course in a frame, and beside it the data that the course sends. */
export function lmsPage(
  words: PageWords,
  opened: ServedPackage,
  { name, sco, query, home }: LmsPageParts,
): string {
  const { t } = words;
  const panel: Panel = opened.standard.hasRecordStore ? unitPanel(t) : runTimePanel(t);
  return page(
    words,
    `${opened.title} – ${t('preview.title')}`,
    html`<div
      class="lms"
      data-standard="${opened.standard.id}"
      data-sco="${opened.scos[Number(sco)]?.id ?? ''}"
      data-query="${queryOf(query, sco)}"
      data-blank="${t('preview.problem-blank')}"
      data-unanswered="${t('preview.problem-unanswered')}"
      data-characters="${t('preview.characters', { count: '{count}' })}"
    >
      <header>
        <div class="title">
          ${backLink(t, home)}
          <h1>${opened.title}</h1>
          <span class="hint">${printable(name)}</span>
        </div>
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
        ${partChoice(words, opened, query)}
        ${opened.dialects.map((dialect) => html`<p class="notice">${t(`preview.dialect-${dialect}`)}</p>`)}
        <p class="hint">
          ${t('preview.state')}:
          <span id="state" role="status" data-state="idle"
            >${(['idle', 'running', 'ended', 'closed'] as const).map((state) => html`<span data-when="${state}">${t(`preview.state-${state}`)}</span>`)}</span
          >
          <span id="kept" hidden>${t('preview.kept')}</span
          ><span id="on-its-way" hidden>${t('preview.on-its-way')}</span
          ><span id="not-kept" hidden>${t('preview.not-kept')}</span>
        </p>
        <ul id="problems" class="notice" role="status" hidden></ul>
      </header>
      <iframe id="course" title="${t('preview.course-frame')}"></iframe>
      <main class="panel">
        <label
          ><input type="checkbox" id="strict" ${opened.isOurs ? html`checked` : nothing} />
          ${t('preview.strict')}</label
        >
        <p class="hint">${t('preview.strict-hint')}</p>
        <details>
          <summary>${t('preview.misbehave')}</summary>
          ${panel.switches}
          <label
            >${t('preview.mastery')} <input type="number" id="mastery" min="0" max="100"
          /></label>
        </details>
        ${opened.activities && opened.scos.length > 1 ? activities(t) : nothing} ${panel.sections}
      </main>
    </div>`,
    { script: `lms-${opened.standard.id}.js` },
  );
}

/** The query of a package and one of its SCOs. */
function queryOf(query: URLSearchParams, sco: string): string {
  const other = new URLSearchParams(query);
  other.set('sco', sco);
  return other.toString();
}

function partChoice({ t }: PageWords, { scos }: ServedPackage, query: URLSearchParams): Xml {
  if (scos.length < 2) return nothing;
  return html`<nav aria-label="${t('preview.part')}">
    <ol>
      ${scos.map(({ title }, number) => html`<li><a href="lms?${queryOf(query, String(number))}">${title}</a></li>`)}
    </ol>
  </nav>`;
}
