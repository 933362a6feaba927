import { element, htmlOf } from './element.ts';
import { remarkLine } from './remark-line.ts';
import type { ReviewResponse } from './response-review.ts';

/** Each item with the target chosen for it; the remark on a wrong one names the right target. */
export const pairReview: ReviewResponse = (form, response, remarks) => ({
  chosen: remarks.flatMap((remark, item) => [
    element(
      'p',
      htmlOf(form, `[data-part="${remark.id}"] label`),
      '<br>',
      element('strong', htmlOf(form, `[name="${remark.id}"] [value="${response[item]}"]`)),
    ),
    remarkLine(remark),
  ]),
  missed: [],
});
