import type { Key } from './key.ts';

/** Remark on a part of a response, or on a part that it lacks. */
export interface Remark {
  /** Id of the option or item; empty where it is about the whole. */
  readonly id: string;
  readonly isRight: boolean;
  /** The verdict in words, such as "Right". */
  readonly verdict: string;
  /** What would have been right, where the feedback explains that. */
  readonly instead?: string;
  /** HTML. */
  readonly feedback: string;
}

/** Behaviour that the script of a kind of question adds to a form. */
export interface QuestionForm {
  /**
   * The response, from the values of the fields in order: an empty string for a field that is not, or not
   * well, filled in; no value at all for a form that is as it came. By default the values themselves.
   */
  readonly response?: (values: readonly string[], form: HTMLFormElement) => readonly string[];
  /**
   * Answers a click in the form that changes the answer by other means than a field.
   * @returns what to tell the learner; undefined for a click elsewhere
   */
  readonly press?: (target: Element) => string | undefined;
  /**
   * Remarks on a response, in authored order.
   * @param isRevealed whether the right answer may be told
   */
  readonly remarks: (key: Key, response: readonly string[], isRevealed: boolean) => Remark[];
}

const forms: Record<string, QuestionForm> = {};

/** Registers the script of a kind: each file `src/questions/<kind>/page/form.ts` does so once. */
export const defineForm = (kind: string, form: QuestionForm): void => {
  forms[kind] = form;
};

/** The script of a form; every kind has one. */
export const questionForm = ({ dataset }: HTMLElement): QuestionForm =>
  forms[String(dataset['kind'])] as QuestionForm;
