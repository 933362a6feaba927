import { element, htmlOf } from '../../page/element.ts';
import { keyTo } from '../../page/key.ts';
import { remarkLine } from '../../page/remark-line.ts';
import { defineReview } from '../../page/response-review.ts';

/** Steps as a numbered list. */
const stepList = (form: HTMLElement, ids: readonly string[]) =>
  element('ol', ...ids.map((id) => element('li', htmlOf(form, `[value="${id}"] + span`))));

defineReview('ordering', (form, response, remarks) => ({
  chosen: [stepList(form, response), ...remarks.map(remarkLine)],
  missed: remarks.every(({ isRight }) => isRight) ? [] : [stepList(form, keyTo(form).correct)],
}));
