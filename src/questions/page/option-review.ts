import { element, htmlOf } from './element.ts';
import { remarkLine } from './remark-line.ts';
import type { ReviewResponse } from './response-review.ts';

/** The chosen options, and the right ones that were not chosen, each with its remark. */
export const optionReview: ReviewResponse = (form, response, remarks) => {
  const shown = (isChosen: boolean) =>
    remarks
      .filter(({ id }) => response.includes(id) === isChosen)
      .flatMap((remark) => [
        element('p', htmlOf(form, `[value="${remark.id}"] + span`)),
        remarkLine(remark),
      ]);
  return { chosen: shown(true), missed: shown(false) };
};
