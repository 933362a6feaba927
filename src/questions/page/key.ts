import type { Markable } from '../grade.ts';

/** What the key at the end of the page says of an option, an item or a step. */
export interface KeyLine {
  readonly id: string;
  readonly right: boolean;
  /** Id of the target or stage that belongs to an item. */
  readonly target: string;
  /** What belongs there, in words. */
  readonly answer: string;
  /** HTML. */
  readonly feedback: string;
}

/** What the key says of a question, as `mark` takes it. */
export type Key = Markable & { readonly lines: readonly KeyLine[] };

const whole = () => document.querySelector<HTMLElement>('.key-of-answers');

/** A word that the key carries for scripts, such as `notYet`. */
export const keyWord = (name: string): string => whole()?.dataset[name] ?? '';

/** The part of the key that answers a question. */
export const keyPart = (form: HTMLElement): HTMLElement | null =>
  document.querySelector(`#answer-${form.dataset['question']}`);

/** The key to the question of a form; its lines in the authored order. */
export function keyTo(form: HTMLElement): Key {
  const part = keyPart(form);
  const lines = Array.from(part?.querySelectorAll<HTMLElement>('[data-option]') ?? [], (line) => ({
    id: String(line.dataset['option']),
    right: 'isRight' in line.dataset,
    target: String(line.dataset['target']),
    stage: String(line.dataset['target']),
    answer: line.querySelector('strong')?.textContent ?? '',
    feedback: line.querySelector('span')?.innerHTML ?? '',
  }));
  const number = part?.querySelector<HTMLElement>('[data-answer]')?.dataset ?? {};
  return {
    kind: form.dataset['kind'],
    lines,
    // Each kind has one of these; which one does not matter to it.
    options: lines,
    items: lines,
    steps: lines,
    answer: Number(number['answer']),
    tolerance: Number(number['tolerance']),
  } as unknown as Key;
}
