import { day } from '../../site/day.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { findBook } from './answer-book.ts';

/**
 * `<evaluation-record>`: shows how many answers of the evaluation are stored on this device, and whether they were
 * sent.
 */
class EvaluationRecord extends HTMLElement {
  connectedCallback() {
    this.#show();
    recorder.subscribe(() => this.#show());
  }

  #show() {
    const { answers, sent } = findBook(recorder.learnerKey).kept;
    const count = Object.keys(answers).length;
    part(this, 'none').hidden = count > 0;
    const some = part(this, 'some');
    some.hidden = count === 0;
    some.textContent = interpolate(some.dataset['words'], { count });
    const sentLine = part(this, 'sent');
    sentLine.hidden = sent === undefined;
    if (sent)
      sentLine.textContent = interpolate(sentLine.dataset['words'], {
        date: day(this.lang || document.documentElement.lang, sent),
      });
  }
}

customElements.define('evaluation-record', EvaluationRecord);
