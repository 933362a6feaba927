import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { answerCode } from '../answer-line.ts';

/** `<answer-set>`: a set on a telephone. It sends nothing, and turns the answers into a code to read out. */
class AnswerSet extends HTMLElement {
  readonly #key = `ati-workshop:set:${String(this.dataset['keep'])}`;
  /** What stands in place of the code before the first answer. */
  readonly #codeYet = part(this, 'code-how').textContent;

  connectedCallback() {
    part(this, 'code-section').hidden = false;
    this.#restore();
    this.addEventListener('change', () => {
      this.#keep();
      this.#show();
    });
    this.#show();
  }

  get #answers(): number[] {
    return [...this.querySelectorAll('fieldset')].map((each) =>
      Number(each.querySelector<HTMLInputElement>('input:checked')?.value ?? -1),
    );
  }

  #show() {
    const answers = this.#answers;
    const isBegun = answers.some((answer) => answer >= 0);
    part(this, 'code').textContent = isBegun
      ? answerCode(String(this.dataset['board']), answers)
      : '';
    const how = part(this, 'code-how');
    how.textContent = (isBegun ? how.dataset['words'] : this.#codeYet) ?? '';
    const open = answers.flatMap((answer, place) => (answer < 0 ? [place + 1] : []));
    const missing = part(this, 'missing');
    missing.textContent =
      open.length === 0 ? '' : interpolate(missing.dataset['words'], { numbers: open.join(', ') });
  }

  // In session storage, because the telephone may be passed to another person.
  #keep() {
    try {
      sessionStorage.setItem(this.#key, this.#answers.join());
    } catch {
      // Without storage the answers exist only in the page.
    }
  }

  #restore() {
    try {
      const kept = sessionStorage.getItem(this.#key)?.split(',') ?? [];
      this.querySelectorAll('fieldset').forEach((each, place) => {
        const chosen = each.querySelectorAll('input')[Number(kept[place] ?? -1)];
        if (chosen) chosen.checked = true;
      });
    } catch {
      // Without storage the set starts empty.
    }
  }
}

customElements.define('answer-set', AnswerSet);
