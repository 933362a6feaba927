import type { Choice } from '../distractors.ts';
import { keyTo } from '../../questions/page/key.ts';

/** The texts of a question, as HTML of the bank. */
export interface QuestionWords {
  /** The question itself: the last sentence of the stem. */
  readonly question: string;
  /** The paragraphs before it. */
  readonly situation: string;
  /** Returns the text of a choice. */
  readonly of: (choice: Choice) => string;
}

/** Reads the texts of the question in a form. */
export function questionWords(form: HTMLElement): QuestionWords {
  const html = (selector: string) => form.querySelector(selector)?.innerHTML ?? '';
  return {
    question: html('legend > span'),
    situation: Array.from(
      form.querySelectorAll('form > p:not(.label, .small, [role])'),
      ({ outerHTML }) => outerHTML,
    ).join(''),
    of({ part, target }) {
      if (target !== undefined)
        return `${html(`[data-part="${part}"] label`)} → ${html(`[name="${part}"] [value="${target}"]`)}`;
      // A numeric question has no parts in the form; its possible results are in the key.
      const words = html(`[value="${part}"] + span`);
      return words || (keyTo(form).lines.find(({ id }) => id === part)?.words ?? '');
    },
  };
}
