import { element, htmlOf } from '../../page/element.ts';
import { rightAnswer } from '../../page/key.ts';
import { remarkLine } from '../../page/remark-line.ts';
import { defineReview } from '../../page/response-review.ts';

defineReview('ordering', (form, response, remarks) => ({
  chosen: [
    element('ol', ...response.map((id) => element('li', htmlOf(form, `[value="${id}"] + span`)))),
    ...remarks.map(remarkLine),
  ],
  missed: remarks.every(({ isRight }) => isRight) ? [] : rightAnswer(form),
}));
