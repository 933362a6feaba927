import { fnv1a } from './released/fnv1a.ts';

/**
 * The key for data stored on a device for one learner of a course. On a shared computer it reveals nobody's identity;
 * it hides an id from a passer-by, not from an attacker. The algorithm is that of version 0.1.0, so that stored data is
 * still found.
 */
export const learnerKey = (course: string, learner: string): string =>
  [0x811c9dc5, 0x01000193]
    .map((offset) => fnv1a(`${course}\n${learner}`, offset).toString(36))
    .join('');
