import { part } from '../../site/fill.ts';
import { remarkLine, remarksOn, rightOrder } from './feedback.ts';
import { keyPart } from './key.ts';

/**
 * An answered question looked back at: what was asked and answered, what is right and why.
 * @param template has the parts `stem`, `yours`, and `missed`, which hides where it stays empty
 */
export function reviewed(
  template: HTMLElement,
  form: HTMLElement,
  response: readonly string[],
): DocumentFragment {
  const line = (template as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  const asked = form.querySelectorAll('form > p:not(.label, .small, [role]), legend > span');
  part(line, 'stem').append(...Array.from(asked, (paragraph) => paragraph.cloneNode(true)));
  const yours = part(line, 'yours');
  const missed = part(line, 'missed');
  const remarks = remarksOn(form, response);
  const isRight = remarks.every((remark) => remark.isRight);
  const html = (selector: string) => form.querySelector(selector)?.innerHTML ?? '';
  switch (form.dataset['kind']) {
    case 'ordering':
      yours.append(
        filled('ol', ...response.map((id) => filled('li', html(`[value="${id}"] + span`)))),
        ...remarks.map(remarkLine),
      );
      if (!isRight) missed.append(...rightOrder(form));
      break;
    case 'numeric':
      yours.append(
        filled('p', response.map(inDigits).join(), ' ', html('.unit')),
        ...remarks.map(remarkLine),
      );
      if (!isRight)
        missed.append(filled('p', keyPart(form)?.querySelector('[data-answer]')?.innerHTML ?? ''));
      break;
    case 'matching':
    case 'continuum':
      remarks.forEach((remark, item) => {
        const target = html(`[name="${remark.id}"] [value="${response[item]}"]`);
        const words = html(`[data-part="${remark.id}"] label`);
        yours.append(filled('p', words, '<br>', filled('strong', target)), remarkLine(remark));
      });
      break;
    default:
      for (const remark of remarks)
        (response.includes(remark.id) ? yours : missed).append(
          filled('p', html(`[value="${remark.id}"] + span`)),
          remarkLine(remark),
        );
  }
  missed.hidden = missed.children.length < 2;
  return line;
}

const { lang } = document.documentElement;
const inDigits = (number: string) =>
  Number(number).toLocaleString(lang, { maximumFractionDigits: 6 });

/** An element with HTML and elements in it. */
function filled(name: string, ...content: (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement(name);
  for (const piece of content)
    if (typeof piece === 'string') element.insertAdjacentHTML('beforeend', piece);
    else element.append(piece);
  return element;
}
