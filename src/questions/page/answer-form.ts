import { onSend } from '../../site/on-send.ts';
import { shownOrder } from '../draw.ts';
import { keyTo } from './key.ts';
import { questionForm } from './question-form.ts';
// Every kind registers its form.
import '../*/page/form.ts';

/** The form of one question, whatever its kind. */
export interface AnswerForm {
  readonly form: HTMLFormElement;
  /** Shows a message about the answer beside the button and announces it. */
  readonly say: (words: string) => void;
}

/**
 * Starts the form of a question.
 * @param onAnswer receives the response in the form that `grade` takes; a missing or incomplete response is
 * refused with a message instead
 * @param onChange is called when the answer is changed
 * @returns undefined where there is no form
 */
export function answerForm(
  within: ParentNode,
  onAnswer: (response: readonly string[]) => void,
  onChange: () => void = () => {},
): AnswerForm | undefined {
  const form = within.querySelector('form');
  const submit = form?.querySelector<HTMLElement>('button:not([type])');
  const status = form?.querySelector('[role="status"]');
  if (!form || !submit || !status) return undefined;
  submit.hidden = false;
  const say = (words: string) => {
    status.textContent = words;
  };
  const changed = () => {
    form.dataset['changed'] = '';
    onChange();
  };
  // Not `change`: a text field fires it on the click on the button, and removing the feedback then would move
  // the button from under the pointer.
  form.addEventListener('input', changed);
  form.addEventListener('click', ({ target }) => {
    const words = questionForm(form).press?.(target as Element);
    if (words === undefined) return;
    changed();
    say(words);
  });
  onSend(form, () => {
    onChange();
    const response = responseOf(form);
    if (response !== undefined) return onAnswer(response);
    say(String(form.dataset['missing']));
    const fields = form.querySelectorAll<HTMLInputElement>('select, [inputmode]');
    [...fields].find(({ value, inputMode }) => value === '' || inputMode)?.focus();
  });
  return { form, say };
}

/** The response as `grade` takes it; undefined where it is missing or not complete. */
function responseOf(form: HTMLFormElement): readonly string[] | undefined {
  const fields = new FormData(form);
  // How sure the learner is does not belong to the answer.
  fields.delete('how-sure');
  const values = [...fields.values()].map(String);
  const response = questionForm(form).response?.(values, form) ?? values;
  return response.length > 0 && !response.includes('') ? response : undefined;
}

/** Empties a form and puts its options, targets and steps in the order of a try. */
export function prepare({ form, say }: AnswerForm, seed: number): void {
  form.reset();
  delete form.dataset['changed'];
  say('');
  const { type, correct, lines } = keyTo(form);
  const telling = type === 'matching' ? correct : lines.map(({ id }) => id);
  for (const list of form.querySelectorAll('[data-shuffle]')) {
    const parts = new Map(
      Array.from(list.querySelectorAll('[value]:not([value=""])'), (part) => [
        String(part.getAttribute('value')),
        part.closest('option, li'),
      ]),
    );
    const order = shownOrder(String(form.dataset['question']), [...parts.keys()], telling, seed);
    list.append(...order.flatMap((id) => parts.get(id) ?? []));
  }
}
