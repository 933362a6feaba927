import { messageKey, translator } from '../../src/course/interface.ts';
import type { Course } from '../../src/course/course.ts';
import type { Standard } from '../standards/standard.ts';
import { launchFile } from '../standards/packaged-course.ts';
import { nothing, xml as html, type Xml } from '../package/markup.ts';

/** Messages on how progress is saved, each `shell.<name>` (`save-line.ts`). */
const saveWords = [
  ...['kept', 'pending', 'connecting', 'failing', 'not-saved', 'no-copy', 'offline', 'ended'],
  ...['mixed', 'unread', 'readonly', 'no-lms'],
];

/** Reasons why there is no session, each a message `shell.no-lms-<name>` (`connection.ts`). */
const problems = ['none', 'refused', 'ended', 'sandbox'];

/** URLs used by the shell page, relative to it. */
interface ShellPaths {
  /** The start page for a learner without scripts. */
  readonly start: string;
  readonly style: string;
  readonly course: string;
  readonly script: string;
  /** Build id of the package. */
  readonly build: string;
  /** Whether it is the shell of one part of a course. */
  readonly isPart?: boolean;
}

/**
 * The start page of a package: a bar that shows whether progress is saved, notices that stay hidden until
 * needed, and the frame for the course pages. It owns the session with the LMS; its script is in `scorm/shell`.
 * @param course the course, or the part of it that is packaged
 */
export function shellPage(
  course: Course,
  standard: Standard,
  { start, style, course: data, script, build, isPart = false }: ShellPaths,
): string {
  const t = translator(course.language, course.interface);
  const say = (name: string, values?: Record<string, string>) =>
    t(messageKey(`shell.${name}`), values);
  return html`<!doctype html>
    <html
      lang="${course.language}"
      dir="${course.interface.direction}"
      data-package="${standard.id}"
      data-build="${build}"
      data-course="${course.id}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${course.title}</title>
        <link rel="stylesheet" href="${style}" />
        <script src="${data}" defer></script>
        <script src="${script}" defer></script>
      </head>
      <body>
        <div id="shell-main">
          <header class="bar">
            <p class="title">${course.title}</p>
            <p id="shell-keeping" role="status">
              ${saveWords.map((name) => html`<span data-keeping="${name}" hidden>${say(name)}</span>`)}
            </p>
            <p id="shell-mastery" hidden>
              ${around(say('mastery', { percent: placeholder }), html`<span data-percent></span>`)}
            </p>
            <button id="shell-diagnose" type="button" hidden>${say('diagnose')}</button>
            <button id="shell-exit" type="button" hidden>
              <span data-mode="normal">${say('exit')}</span
              ><span data-mode="review" hidden>${say('exit-review')}</span>
            </button>
          </header>
          <div class="notices">
            <p id="shell-starting" class="notice">
              ${say('starting')} <a href="${start}">${say('no-script')}</a>
            </p>
            <div id="shell-no-lms" class="notice" hidden>
              <p class="heading">${say('no-lms-title')}</p>
              ${problems.map((name) => html`<p data-problem="${name}" hidden>${around(say(`no-lms-${name}`, { detail: placeholder }), html`<code data-detail></code>`)}</p>`)}
            </div>
            <div id="shell-review" class="notice" hidden><p>${say('review-text')}</p></div>
            <section id="shell-unread" class="notice" aria-labelledby="unread-title" hidden>
              <h2 id="unread-title">${say('unread-title')}</h2>
              <p>${say('unread-text')}</p>
              <ul data-parts></ul>
              <p class="acts">
                <button id="unread-agree" type="button">${say('unread-agree')}</button>
              </p>
            </section>
            ${
              isPart
                ? html`<p id="shell-other-part" class="notice" role="status" hidden>
                    ${around(say('other-part', { part: placeholder }), html`<strong data-part></strong>`)}
                  </p>`
                : nothing
            }
            <p id="shell-elsewhere" class="notice" role="status" hidden>${say('elsewhere-text')}</p>
            <div id="shell-failed" class="notice" hidden>
              <p data-why="error">${say('failed-text')}</p>
              <p data-why="login" hidden>${say('login-text')}</p>
              <p data-why="other-build" hidden>${say('mixed')}</p>
              <p class="acts">
                <button id="failed-retry" type="button">${say('failed-retry')}</button>
              </p>
            </div>
            <details id="shell-receipt" class="notice" ${receiptLabels(say)} hidden>
              <summary id="receipt-title">${say('receipt-title')}</summary>
              <p>${say('receipt-text')}</p>
              <textarea readonly data-receipt rows="6" aria-labelledby="receipt-title"></textarea>
            </details>
          </div>
          <iframe id="shell-frame" title="${course.title}"></iframe>
        </div>
        <section id="shell-closed" tabindex="-1" hidden>
          <p class="title">${course.title}</p>
          <p data-closed="kept" hidden>${say('closed-saved')}</p>
          <p data-closed="not-saved" hidden>${say('closed-not-saved')}</p>
          <p data-closed="no-copy" hidden>${say('closed-no-copy')}</p>
          <p data-closed="readonly" hidden>${say('readonly')}</p>
          <p>${say('closed-text')}</p>
        </section>
      </body>
    </html> `.text;
}

const receiptLabels = (say: (name: string) => string) =>
  ['date', 'lessons', 'decisions', 'score', 'state', 'code'].map(
    (part) => html` data-${part}="${say(`receipt-${part}`)}"`,
  );

// A private-use character, which occurs in no sentence of the course.
const placeholder = '\uE000';

/** A sentence with an element in place of its placeholder. */
function around(sentence: string, element: Xml): Xml {
  const [before = '', after] = sentence.split(placeholder);
  return html`${before}${after === undefined ? nothing : element}${after ?? ''}`;
}

/** Path of the shell page, the file that an LMS opens. */
export const shellPath = launchFile;
