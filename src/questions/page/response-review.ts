import type { Remark } from './question-form.ts';

/** An answered question as a review shows it: elements for what was answered, and for what was missed. */
export interface ResponseReview {
  readonly chosen: readonly Node[];
  /** Elements for what was missed; empty where `chosen` already tells what is right. */
  readonly missed: readonly Node[];
}

/** Elements that the script of a kind adds to the review of a try. */
export type ReviewResponse = (
  form: HTMLElement,
  response: readonly string[],
  remarks: readonly Remark[],
) => ResponseReview;

const reviews: Record<string, ReviewResponse> = {};

/** Registers the review of a kind: each file `src/questions/<kind>/page/review.ts` does so once. */
export const defineReview = (kind: string, review: ReviewResponse): void => {
  reviews[kind] = review;
};

/** The review of a form; every kind has one. */
export const reviewOf = ({ dataset }: HTMLElement): ReviewResponse =>
  reviews[String(dataset['kind'])] as ReviewResponse;
