import { answerForm, type AnswerForm } from './answer-form.ts';

/** A question of a bank on the page. */
export interface BankQuestion {
  readonly id: string;
  /** The learning objective it tests. */
  readonly objective: string;
  /** What is shown or hidden. */
  readonly article: HTMLElement;
  readonly form: AnswerForm;
}

/**
 * The questions that a page holds for drawing (`data-bank`), in authored order, each made live.
 * @param onAnswer is given the id of a question and a whole response to it
 */
export const bankOf = (
  page: ParentNode,
  onAnswer: (question: string, response: readonly string[]) => void,
): BankQuestion[] =>
  Array.from(page.querySelectorAll<HTMLElement>('[data-bank]')).flatMap((article) => {
    const id = String(article.dataset['bank']);
    const form = answerForm(article, (response) => onAnswer(id, response));
    return form ? [{ id, objective: String(article.dataset['tests']), article, form }] : [];
  });
