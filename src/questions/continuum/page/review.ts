import { pairReview } from '../../page/pair-review.ts';
import { defineReview } from '../../page/response-review.ts';

defineReview('continuum', pairReview);
