import { messageKey, translator, type Translate } from '../../src/course/interface.ts';
import { answerNames, type Evaluation } from '../../src/evaluation/evaluation.ts';
import type { Case, Course } from '../../src/course/course.ts';
import { kindOf, type Question } from '../../src/questions/question.ts';
import type { Standard } from '../standards/standard.ts';
import { rowLimit } from '../../src/progress/log.ts';
import { attribute, elements, outerHtml, readPage } from '../../src/html/html.ts';
import { nothing, xml as html, Xml } from './markup.ts';
import { proofPage } from './scope.ts';
import { completionSentence } from './stated-rule.ts';

/** Path of the reporting guide in a package. No page links to it: it is for administrators and trainers. */
export const reportingGuidePath = 'package/reporting-guide.html';
/** Style sheet of the pages about the package, which are not part of the course. */
export const plainStyleName = 'plain-page.css';

/** Reporting events in checks: when all checks decide the status of the course, and when only the final does. */
const ofChecks = {
  passed: ['answer', 'failed', 'passed', 'complete'],
  final: ['final-answer', 'practice', 'final-failed', 'final-passed', 'final-complete'],
} as const;

/** Reporting events; each has a row in the table, worded for the standard (P20). */
const momentsOf = ({ completion, assessment, evaluation }: Course) => [
  ...['launch', 'page', 'decision'],
  ...ofChecks[completion.checks],
  ...(assessment?.tries === undefined ? [] : ['final-used-up']),
  ...['hidden', 'leave', 'review'],
  ...(evaluation?.report ? ['evaluation'] : []),
];

export interface ReportingGuideOptions {
  readonly masteryInManifest: boolean;
  readonly report?: 'everything' | 'status';
  /** Whether each module is launched and reports separately. */
  readonly isInParts?: boolean;
  /** Returns a page of the website as HTML; undefined if there is none. */
  readonly pageOf: (path: string) => string | undefined;
  /** Files that supply the words of questions and decisions; if absent, the words are in the page itself. */
  readonly words?: WordFiles;
}

/** Files of the package that already contain the words; each by its URL relative to the guide. */
export interface WordFiles {
  /** The script that puts them into the guide. */
  readonly script: string;
  /** The bank of a module. */
  readonly bankOf: (module: string) => string | undefined;
  readonly decisions: string;
}

/**
 * The page in a package that documents for administrators which data is sent to the LMS and when (P20), which rule
 * completes the course, and the meaning of each id and token in a report. It does not reveal right answers.
 */
export function reportingGuide(
  course: Course,
  standard: Standard,
  { masteryInManifest, report, isInParts = false, pageOf, words }: ReportingGuideOptions,
): string {
  const t = translator(course.language, course.interface);
  const percent = new Intl.NumberFormat(course.language, { style: 'percent' }).format(
    course.masteryScore,
  );
  const proofOf = (id: string) => provedOn(pageOf(proofPage(course, id)) ?? '');
  const tokens = tokenRule(standard);
  const rows = momentsOf(course).map(
    (moment) =>
      [
        t(messageKey(`package.${moment}`)),
        t(messageKey(`package.${moment}-${standard.messages}`)),
      ] as const,
  );
  return html`<!doctype html>
    <html lang="${course.language}" dir="${course.interface.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${t('package.title')} – ${course.title}</title>
        <link rel="stylesheet" href="${plainStyleName}" />
        ${words ? html`<script src="${words.script}" defer></script>` : nothing}
      </head>
      <body
        data-${'places' in tokens ? 'places' : 'hyphen'}="${'places' in tokens ? tokens.places : tokens.hyphen}"
        data-token="${t('package.token')}"
        data-words="${t('package.words')}"
        data-number="${t('package.number')}"
        data-missing="${t('package.words-missing')}"
      >
        <main>
          <h1>${t('package.title')}</h1>
          <p>
            ${t('package.intro', { course: course.title, version: course.version, standard: standard.name })}
          </p>
          <p>
            ${t(masteryInManifest ? messageKey(`package.mastery-manifest-${standard.messages}`) : 'package.mastery-course', { percent })}
          </p>
          ${report === 'status' ? html`<p>${t('package.report-status')}</p>` : nothing}
          ${isInParts ? html`<p>${t('package.in-parts')}</p>` : nothing} ${whatCounts(course, t)}
          <h2>${t('package.when')}</h2>
          ${table([t('package.moment'), t('package.sent')], rows)}
          <p>${t('package.rows', { rows: rowLimit(course.structure) })}</p>
          <h2>${t('package.tokens')}</h2>
          <p>
            ${t('package.tokens-intro')}
            ${t(messageKey(`package.tokens-joined-${standard.messages}`))}
          </p>
          ${course.completion.checks === 'final' ? html`<p>${t('package.tokens-final')}</p>` : nothing}
          ${words ? html`<noscript><p>${t('package.words-missing')}</p></noscript>` : nothing}
          ${course.modules.flatMap((module) => [
            checkTables(module, standard, t, words?.bankOf(module.id)),
            ...module.cases.map((each) =>
              caseTables(each, standard, t, { proof: proofOf(each.id), from: words?.decisions }),
            ),
          ])}
          ${course.evaluation?.report ? evaluationTables(course.evaluation, standard, t) : nothing}
          ${objectiveTables(course, t)}
        </main>
      </body>
    </html> `.text;
}

/** Token rule of a standard, for the script that fills the guide: from the position of an answer, or from its id. */
function tokenRule({ token }: Standard): { places: string } | { hyphen: string } {
  if (token('a', 0) !== token('a', 1)) {
    const places = Array.from({ length: mostAnswers }, (_, place) => token('a', place));
    return { places: places.join(' ') };
  }
  return { hyphen: token('-', 0) };
}
/** Number of answers that SCORM 1.2 can tell apart. */
const mostAnswers = 36;

/** Completion rule of a course with tracks and a final, and the track that the package fixes. */
function whatCounts(course: Course, t: Translate): Xml {
  const { tracks, completion } = course;
  const [first] = tracks;
  const { lessons, cases, checks } = completion;
  if (checks !== 'final' || first === undefined) return nothing;
  const isUsual = lessons === 'core' && cases === 'one-per-stage';
  if (!isUsual) return html`<p>${completionSentence(course)}</p>`;
  const fixed = tracks.find(({ id }) => id === completion.track);
  return html`<p>
    ${t('package.counts')}
    ${fixed ? t('package.track-fixed', { track: fixed.title }) : t('package.track-chosen', { track: first.title })}
  </p>`;
}

/** Learning objectives by the id under which their scores are reported. */
const objectiveTables = ({ modules }: Course, t: Translate): Xml =>
  html`<h2>${t('package.objectives')}</h2>
    <p>${t('package.objectives-intro')}</p>
    ${modules
      .filter(({ check }) => check !== undefined)
      .map(
        ({ title, objectives }) =>
          html`<h3>${title}</h3>
            ${table(
              [t('package.id'), t('package.words')],
              objectives.map(({ id, text }) => [id, text] as const),
            )}`,
      )}`;

function checkTables(
  { title, check, questions }: Course['modules'][number],
  standard: Standard,
  t: Translate,
  from?: string,
): Xml {
  const bank = questions.filter(({ use }) => use === 'bank');
  if (!check || bank.length === 0) return nothing;
  const heading = html`<h3>${t('package.check', { module: title })}</h3>`;
  if (from !== undefined)
    return html`<section data-bank="${from}" data-orders="${ordersOf(bank)}">${heading}</section>`;
  return html`${heading}
  ${bank.map(
    (question) =>
      html`<h4><code>${question.id}</code></h4>
        <p>${question.stem}</p>
        ${tokenTables(question, standard, t)}`,
  )}`;
}

/** Authored order of the steps of ordering questions, which is on no page: `question step step;question step`. */
const ordersOf = (bank: readonly Question[]) =>
  bank
    .filter((question) => kindOf(question).response === 'ordering')
    .map((question) =>
      [
        question.id,
        ...kindOf(question)
          .parts(question)
          .map(({ id }) => id),
      ].join(' '),
    )
    .join(';');

/** Possible answers to a question: ids and words in the authored order. */
function tokenTables(question: Question, standard: Standard, t: Translate): Xml {
  const { parts, targets } = kindOf(question);
  const lists = [parts(question), targets?.(question, t) ?? []].filter((list) => list.length > 0);
  return lists.length === 0
    ? html`<p>${t('package.number')}</p>`
    : html`${lists.map((list) => tokenTable(list, standard, t))}`;
}

function caseTables(
  { id: caseId, title, scenario }: Case,
  standard: Standard,
  t: Translate,
  { proof, from }: { readonly proof: Xml; readonly from: string | undefined },
): Xml {
  const heading = html`<h3>${t('package.case', { case: title })}</h3>
    ${proof}`;
  if (from !== undefined)
    return html`<section data-case="${caseId}" data-decisions="${from}">${heading}</section>`;
  const decisions = Object.entries(scenario.scenes).flatMap(([id, scene]) =>
    'choices' in scene ? [{ id, scene }] : [],
  );
  return html`${heading}
  ${decisions.map(
    ({ id, scene: { heading, choices } }) =>
      html`<h4><code>${scenario.id}.${id}</code></h4>
        <p>${heading}</p>
        ${tokenTable(
          choices.map((choice) => ({ id: choice.id, text: choice.label })),
          standard,
          t,
        )}`,
  )}`;
}

/** Answers of the evaluation by the id under which they are sent; the follow-up sheet never is. */
function evaluationTables({ sheet }: Evaluation, standard: Standard, t: Translate): Xml {
  return html`<h3>${t('evaluation.title')}</h3>
    ${sheet.flatMap(({ items, labels = [] }) =>
      items.map(
        (item) =>
          html`${answerNames(item).map((name) => html`<h4><code>evaluation.${name}</code></h4>`)}
            <p>${item.text}</p>
            ${
              item.kind === 'text'
                ? html`<p>${t('package.words-own')}</p>`
                : item.kind === 'single'
                  ? tokenTable(item.options, standard, t)
                  : table(
                      [t('package.token'), t('package.words')],
                      labels.map((label, index) => [String(index + 1), label] as const),
                    )
            }`,
      ),
    )}`;
}

/** Results of the proof of a case, from the website's page for reviewers. */
function provedOn(page: string): Xml {
  const found = [...elements(readPage(page))].find(
    (element) => attribute(element, 'data-proved') !== undefined,
  );
  return found ? new Xml(outerHtml(found)) : nothing;
}

interface Answer {
  readonly id: string;
  readonly text: string;
}

const tokenTable = (answers: readonly Answer[], standard: Standard, t: Translate) =>
  table(
    [t('package.token'), t('package.words')],
    answers.map(({ id, text }, position) => [standard.token(id, position), text]),
  );

const table = (heads: readonly string[], rows: readonly (readonly [string, string])[]) =>
  html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, second]) =>
          html`<tr>
            <th scope="row">${first}</th>
            <td>${second}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
