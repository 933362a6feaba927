import { shownOrder } from '../draw.ts';
import { writtenNumber } from '../written-number.ts';
import { fill } from '../../site/fill.ts';
import { keyTo, keyWord } from './key.ts';

/** The form of one question, whatever its kind. */
export interface AnswerForm {
  readonly form: HTMLFormElement;
  /** Says something about the answer, beside it and aloud. */
  readonly say: (words: string) => void;
}

/**
 * Makes the form of a question live.
 * @param onAnswer is given the response as `mark` takes it; an answer that is none, or not whole,
 * is refused in words and does not arrive
 * @param onChange is called when the answer is changed
 * @returns undefined where there is no form in it
 */
export function answerForm(
  within: ParentNode,
  onAnswer: (response: string[]) => void,
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
  // Not `change`: of a text field it comes with the click on the button, which then would move away
  // from under the pointer together with the feedback above it.
  form.addEventListener('input', onChange);
  form.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-move]');
    if (button === null) return;
    onChange();
    say(moved(button));
    form.dataset['moved'] = '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onChange();
    const response = responseOf(form);
    if (response !== undefined) return onAnswer(response);
    say(String(form.dataset['missing']));
    const empty = form.querySelectorAll<HTMLInputElement>('select, [inputmode]');
    [...empty].find(({ value, inputMode }) => value === '' || inputMode)?.focus();
  });
  return { form, say };
}

/** The response as `mark` takes it; undefined where no answer, or not a whole one, is given. */
function responseOf(form: HTMLFormElement): string[] | undefined {
  const { kind, moved } = form.dataset;
  const entries = new FormData(form);
  // How sure somebody is, is no part of the answer.
  entries.delete('how-sure');
  const given = [...entries.values()].map(String);
  const response = kind === 'numeric' ? [writtenNumber(given.join()) ?? ''] : given;
  const isWhole = response.length > 0 && !response.includes('');
  return isWhole && (kind !== 'ordering' || moved !== undefined) ? response : undefined;
}

/** Moves the step of a button by one place. @returns where it is now, in words */
function moved(button: HTMLElement): string {
  const step = button.closest('li');
  const list = step?.parentElement;
  if (!step || !list) return '';
  // Its neighbour is what moves: so the button keeps the focus.
  const { previousElementSibling: before, nextElementSibling: after } = step;
  if (button.dataset['move'] === 'up') {
    if (before) step.after(before);
  } else if (after) step.before(after);
  return fill(keyWord('moved'), {
    number: [...list.children].indexOf(step) + 1,
    total: list.children.length,
    step: step.querySelector('span')?.textContent ?? '',
  });
}

/** Empties a form and puts its options, targets and steps in the order of a try. */
export function prepare({ form, say }: AnswerForm, seed: number): void {
  form.reset();
  delete form.dataset['moved'];
  say('');
  const { kind, lines } = keyTo(form);
  const right = lines.map(({ id, target }) => (kind === 'matching' ? target : id));
  for (const list of form.querySelectorAll('[data-shuffle]')) {
    const parts = new Map(
      Array.from(list.querySelectorAll('[value]:not([value=""])'), (part) => [
        String(part.getAttribute('value')),
        part.closest('option, li'),
      ]),
    );
    const order = shownOrder(String(form.dataset['question']), [...parts.keys()], right, seed);
    list.append(...order.flatMap((id) => parts.get(id) ?? []));
  }
}
