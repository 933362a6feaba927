import { element, htmlOf } from '../../page/element.ts';
import { rightAnswer } from '../../page/key.ts';
import { remarkLine } from '../../page/remark-line.ts';
import { defineReview } from '../../page/response-review.ts';

const { lang } = document.documentElement;
const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 6 });

defineReview('numeric', (form, response, remarks) => ({
  chosen: [
    element(
      'p',
      response.map((text) => number.format(Number(text))).join(),
      ' ',
      htmlOf(form, '.unit'),
    ),
    ...remarks.map(remarkLine),
  ],
  missed: remarks.every(({ isRight }) => isRight) ? [] : rightAnswer(form),
}));
