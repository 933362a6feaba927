import type { Translate } from '../../src/course/interface.ts';
import { xml as html, type Xml } from '../package/markup.ts';
import { troubles } from './cmi5/troubles.ts';

/** Parts of the panel beside a course that differ between standards. */
export interface Panel {
  /** Switches that make the platform misbehave. */
  readonly switches: Xml;
  /** Sections on the data that the course sent to the platform. */
  readonly sections: Xml;
}

/** Switches of a platform with an API object, in the order shown. */
export const runTimeSwitches = [
  'no-api',
  'late',
  'both',
  'mandatory',
  'numbers',
  'commit-false',
  'loses',
  'differences',
  'wipes',
  'slow',
  'read-only',
] as const;

/** The panel beside a package of SCORM: its data model, and the calls of the course. */
export const runTimePanel = (t: Translate): Panel => ({
  switches: html`<p class="hint">${t('preview.misbehave-hint')}</p>
    ${runTimeSwitches.map((name) => html`<label><input type="checkbox" id="${name}" /> ${t(`preview.${name}`)}</label>`)}`,
  sections: html`${model(t, t('preview.model'), t('preview.model-hint'))}
  ${calls(t, [t('preview.calls'), t('preview.no-calls'), t('preview.call'), t('preview.arguments')])}`,
});

/** The panel beside a package of cmi5: the status of the learner, the statements, and the requests of the course. */
export const unitPanel = (t: Translate): Panel => ({
  switches: html`<p class="hint">${t('preview.cmi5-misbehave-hint')}</p>
    ${troubles.map((name) => html`<label><input type="checkbox" data-trouble="${name}" /> ${t(`preview.cmi5-${name}`)}</label>`)}
    <label
      >${t('preview.cmi5-mode')}
      <select id="mode">
        ${['Normal', 'Browse', 'Review'].map((mode) => html`<option>${mode}</option>`)}
      </select></label
    >`,
  sections: html`${model(t, t('preview.cmi5-kept'), t('preview.cmi5-kept-hint'))}
    <section aria-labelledby="statements-title">
      <h2 id="statements-title">${t('preview.statements')}</h2>
      <p class="hint">${t('preview.statements-hint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('preview.when')}</th>
            <th scope="col">${t('preview.verb')}</th>
            <th scope="col">${t('preview.about')}</th>
            <th scope="col">${t('preview.result')}</th>
          </tr>
        </thead>
        <tbody id="statements" data-platform="${t('preview.by-platform')}"></tbody>
      </table>
    </section>
    ${calls(t, [
      t('preview.requests'),
      t('preview.no-requests'),
      t('preview.request'),
      t('preview.document'),
    ])}`,
});

/** The section for a package with rollup: the status of each part, and of the whole. */
export const activities = (t: Translate): Xml =>
  html`<section id="activities" aria-labelledby="activities-title">
    <h2 id="activities-title">${t('preview.activities')}</h2>
    <p class="hint">${t('preview.activities-hint')}</p>
    <p id="not-chosen" class="notice" hidden>${t('preview.not-chosen')}</p>
    <table data-yes="${t('preview.yes')}">
      <thead>
        <tr>
          <th scope="col">${t('preview.activity')}</th>
          <th scope="col">${t('preview.completion')}</th>
          <th scope="col">${t('preview.satisfied')}</th>
          <th scope="col">${t('preview.measure')}</th>
        </tr>
      </thead>
      <tbody></tbody>
    </table>
  </section>`;

const model = (t: Translate, title: string, hint: string) =>
  html`<section aria-labelledby="model-title">
    <h2 id="model-title">${title}</h2>
    <p class="hint">${hint}</p>
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
  </section>`;

const calls = (
  t: Translate,
  [title, none, call, what]: readonly [title: string, none: string, call: string, what: string],
) =>
  html`<section aria-labelledby="calls-title">
    <h2 id="calls-title">${title}</h2>
    <p id="no-calls" class="hint">${none}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('preview.when')}</th>
          <th scope="col">${call}</th>
          <th scope="col">${what}</th>
          <th scope="col">${t('preview.answer')}</th>
          <th scope="col">${t('preview.error')}</th>
        </tr>
      </thead>
      <tbody id="calls"></tbody>
    </table>
  </section>`;
