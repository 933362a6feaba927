import type { Choice } from '../distractors.ts';
import { keyTo } from '../../questions/page/key.ts';

/** The words of a question on the page, as HTML of the bank gives them. */
export interface QuestionWords {
  /** The question itself: the last sentence of the stem. */
  readonly question: string;
  /** Paragraphs before it. */
  readonly situation: string;
  /** Words of a choice. */
  readonly of: (choice: Choice) => string;
}

/** The words of the question of a form. */
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
      // A number has no parts in the form: what may be said of it is in the key.
      const words = html(`[value="${part}"] + span`);
      return words || (keyTo(form).lines.find(({ id }) => id === part)?.words ?? '');
    },
  };
}
