import type { ResponseType } from '../../course/response-type.ts';
import type { ResponseKey } from '../grade.ts';

/** Line of an answer key about an option, an item or a step. */
export interface KeyLine {
  readonly id: string;
  /** The verdict on an option, the target or stage of an item, or the text of a step. */
  readonly words: string;
  /** HTML. */
  readonly feedback: string;
}

/** The answer key of one question, as the page has it. */
export interface Key extends ResponseKey {
  /** Lines in authored order. */
  readonly lines: readonly KeyLine[];
  /** Explanation of the answer as a whole; HTML. */
  readonly explanation: string;
}

const wholeKey = () => document.querySelector<HTMLElement>('.key-of-answers');

/** A word that the answer key carries for scripts, such as `notYet`. */
export const keyWord = (name: string): string => wholeKey()?.dataset[name] ?? '';

const keyPart = (form: HTMLElement) =>
  document.querySelector<HTMLElement>(`#answer-${form.dataset['question']}`);

/** The key to the question of a form. */
export function keyTo(form: HTMLElement): Key {
  const part = keyPart(form);
  return {
    type: form.dataset['response'] as ResponseType,
    correct: part?.dataset['correct']?.split(' ') ?? [],
    lines: Array.from(part?.querySelectorAll<HTMLElement>('[data-option]') ?? [], (line) => ({
      id: String(line.dataset['option']),
      words: line.querySelector('strong')?.textContent ?? '',
      feedback: line.querySelector('span')?.innerHTML ?? '',
    })),
    explanation: part?.querySelector('.whole')?.innerHTML ?? '',
  };
}

/** The right answer to a question whose lines do not tell it, as elements; otherwise nothing. */
export const rightAnswer = (form: HTMLElement): Element[] =>
  Array.from(keyPart(form)?.querySelectorAll('.true-answer') ?? [], (answer) => {
    const copy = answer.cloneNode(true) as Element;
    copy.classList.add('feedback');
    return copy;
  });
