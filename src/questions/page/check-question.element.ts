import { grade } from '../grade.ts';
import { answerForm } from './answer-form.ts';
import type { AnsweringText } from './answering-file.ts';
import { keyTo, rightAnswer } from './key.ts';
import { questionForm } from './question-form.ts';
import { remarkLine } from './remark-line.ts';

/**
 * Defines `<check-question>`: a question of a lesson, answered on the spot and never recorded. The first miss
 * tells why the answer is wrong; the second one tells the right answer.
 * @param text what is said of an answer
 */
export function defineCheckQuestion(text: AnsweringText): void {
  class CheckQuestion extends HTMLElement {
    #misses = 0;

    connectedCallback() {
      const answering = answerForm(
        this,
        (response) => {
          if (answering === undefined) return;
          const { form, say } = answering;
          const key = keyTo(form);
          const isRight = grade(key, response) === 1;
          const isRevealed = !isRight && ++this.#misses > 1;
          const remarks = questionForm(form).remarks(key, response, isRevealed);
          for (const remark of remarks)
            form
              .querySelector(remark.id ? `[data-part="${remark.id}"]` : 'fieldset')
              ?.append(remarkLine(remark));
          if (isRevealed) form.querySelector('fieldset')?.append(...rightAnswer(form));
          const isIncomplete = remarks.every((remark) => remark.isRight);
          const missed = isRevealed ? 'revealed' : isIncomplete ? 'incomplete' : 'notYet';
          say(text[isRight ? 'allRight' : missed]);
        },
        () => {
          answering?.say('');
          this.querySelectorAll('.feedback').forEach((line) => line.remove());
        },
      );
    }
  }

  customElements.define('check-question', CheckQuestion);
}
