import { optionReview } from '../../page/option-review.ts';
import { defineReview } from '../../page/response-review.ts';

defineReview('several', optionReview);
