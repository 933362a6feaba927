import type { Course } from '../../src/course/course.ts';
import { messageKey, translator } from '../../src/course/interface.ts';
import { xml as html } from '../package/markup.ts';

/** Kinds of progress that may be in a backup but not in the LMS; each has a message `shell.offer-<part>`. */
const offerParts = ['lessons', 'cases', 'decisions', 'endings', 'answers', 'tries'];
/** Parts of the stored progress, each a message `shell.part-<name>` (`slices/`). */
const storedParts = ['lessons', 'track', 'case', 'check', 'time', 'log', 'version'];

/**
 * Notices about other copies of the progress, as HTML: they come with the script that shows them (`copies-notices.ts`).
 */
export function copiesNotices(course: Course): string {
  const t = translator(course.language, course.interface);
  const say = (name: string) => t(messageKey(`shell.${name}`));
  return html`<section id="shell-offer" class="notice" aria-labelledby="offer-title" hidden>
      <h2 id="offer-title" tabindex="-1">${say('offer-title')}</h2>
      <p>${say('offer-text')}</p>
      <dl>
        ${offerParts.map(
          (part) =>
            html`<div>
              <dt>${say(`offer-${part}`)}</dt>
              <dd><span data-offer="${part}"></span></dd>
            </div>`,
        )}
      </dl>
      <p class="acts">
        <button id="offer-accept" type="button">${say('offer-accept')}</button>
        <button id="offer-decline" type="button">${say('offer-decline')}</button>
      </p>
    </section>
    <div id="shell-updated" class="notice" hidden>
      <p>${say('updated-text')}</p>
      <div id="shell-afresh" hidden>
        <p>${say('updated-parts')}</p>
        <ul data-parts></ul>
      </div>
      <p class="acts">
        <button id="updated-more" type="button">${say('updated-more')}</button>
        <button id="updated-dismiss" type="button" data-dismiss>${say('dismiss')}</button>
      </p>
    </div>
    <div id="shell-parts" hidden>
      ${storedParts.map((name) => html`<span data-part-name="${name}">${say(`part-${name}`)}</span>`)}
    </div>`.text.replace(/\n\s+/g, '\n');
}
