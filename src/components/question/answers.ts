/** What the key at the end of the page says of one option. */
export interface KeyedOption {
  readonly id: string;
  readonly right: boolean;
  readonly feedback: string;
}

const key = () => document.querySelector<HTMLElement>('.key-of-answers');

/** A word that the key carries for scripts, such as `notYet`. */
export const keyWord = (name: string): string => key()?.dataset[name] ?? '';

/** The options of a question with their feedback (HTML), in the authored order. */
export const keyedOptions = (question: string): KeyedOption[] =>
  Array.from(
    document.querySelectorAll<HTMLElement>(`#answer-${question} [data-option]`),
    (item) => ({
      id: String(item.dataset['option']),
      right: 'isRight' in item.dataset,
      feedback: item.querySelector('span')?.innerHTML ?? '',
    }),
  );

/** The options that are chosen in a question's form, in the authored order. */
export const chosen = (form: HTMLElement): string[] =>
  Array.from(form.querySelectorAll<HTMLInputElement>('input:checked'), ({ value }) => value);

/**
 * Feedback on an option as it stands below it.
 * @param said the word that judges it, such as "Right"
 */
export function feedbackOn({ right, feedback }: KeyedOption, said: string): HTMLElement {
  const line = document.createElement('p');
  line.className = right ? 'feedback' : 'feedback no';
  const word = document.createElement('strong');
  word.textContent = `${said}. `;
  const words = document.createElement('span');
  words.innerHTML = feedback;
  line.append(word, words);
  return line;
}
