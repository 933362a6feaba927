import { mark } from '../grade.ts';
import { answerForm } from './answer-form.ts';
import { remarkLine, remarksOn, rightOrder } from './feedback.ts';
import { keyTo, keyWord } from './key.ts';

/** `<check-question>`: answers a question of a lesson on the spot. Nothing of it is recorded. */
class CheckQuestion extends HTMLElement {
  connectedCallback() {
    const clear = () => {
      asked?.say('');
      this.querySelectorAll('.feedback').forEach((line) => line.remove());
    };
    const asked = answerForm(
      this,
      (response) => {
        if (asked === undefined) return;
        const { form, say } = asked;
        for (const remark of remarksOn(form, response))
          form
            .querySelector(remark.id ? `[data-part="${remark.id}"]` : 'fieldset')
            ?.append(remarkLine(remark));
        const isRight = mark(keyTo(form), response) === 1;
        if (!isRight) form.querySelector('fieldset')?.append(...rightOrder(form));
        say(keyWord(isRight ? 'allRight' : 'notYet'));
      },
      clear,
    );
  }
}

customElements.define('check-question', CheckQuestion);
