import { chosen, feedbackOn, keyedOptions, keyWord } from './answers.ts';

/** `<check-question>`: answers a question of a lesson on the spot. Nothing of it is recorded. */
class CheckQuestion extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const button = form?.querySelector('button');
    const status = form?.querySelector('[role="status"]');
    if (!form || !button || !status) return;
    button.hidden = false;

    const clear = () => {
      status.textContent = '';
      form.querySelectorAll('.feedback').forEach((line) => line.remove());
    };
    form.addEventListener('change', clear);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clear();
      const answer = chosen(form);
      if (answer.length === 0) {
        status.textContent = keyWord('choose');
        return;
      }
      const options = keyedOptions(String(form.dataset['question']));
      for (const option of options) {
        const taken = answer.includes(option.id);
        if (!taken && !option.right) continue;
        const said = option.right ? (taken ? 'right' : 'missed') : 'wrong';
        form
          .querySelector(`input[value="${option.id}"]`)
          ?.closest('li')
          ?.append(feedbackOn(option, keyWord(said)));
      }
      const all = options.every(({ id, right }) => right === answer.includes(id));
      status.textContent = keyWord(all ? 'allRight' : 'notYet');
    });
  }
}

customElements.define('check-question', CheckQuestion);
