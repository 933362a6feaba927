import { part } from '../../site/query-part.ts';
import type { AnsweredQuestion } from './result-file.ts';
import { reviewOf } from './response-review.ts';
// Every kind registers its review.
import '../*/page/review.ts';

/**
 * The review of an answered question: what was asked and answered, what is right and why.
 * @param template has the parts `stem`, `yours`, and `missed`, which is hidden where it stays empty
 */
export function reviewed(
  template: HTMLElement,
  { form, response, remarks }: Pick<AnsweredQuestion, 'form' | 'response' | 'remarks'>,
): DocumentFragment {
  const line = (template as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  const stemParts = form.querySelectorAll('form > p:not(.label, .small, [role]), legend > span');
  part(line, 'stem').append(...Array.from(stemParts, (paragraph) => paragraph.cloneNode(true)));
  const { chosen, missed } = reviewOf(form)(form, response, remarks);
  part(line, 'yours').append(...chosen);
  part(line, 'missed').append(...missed);
  part(line, 'missed').hidden = missed.length === 0;
  return line;
}
