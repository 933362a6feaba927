import { element } from '../../../../../src/questions/page/element.ts';
import { rightAnswer } from '../../../../../src/questions/page/key.ts';
import { remarkLine } from '../../../../../src/questions/page/remark-line.ts';
import { defineReview } from '../../../../../src/questions/page/response-review.ts';

defineReview('estimate', (form, response, remarks) => ({
  chosen: [element('p', response.join()), ...remarks.map(remarkLine)],
  missed: remarks.every(({ isRight }) => isRight) ? [] : rightAnswer(form),
}));
