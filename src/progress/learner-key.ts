import { fnv1a } from './released/fnv1a.ts';

/**
 * The key of what is kept on a device for one learner of a course. On a shared computer it tells
 * nobody who was here: it has to hide an id from a passer-by, not from an attacker. It is that of
 * version 0.1.0, because what is kept on devices is found by it.
 */
export const learnerKey = (course: string, learner: string): string =>
  [0x811c9dc5, 0x01000193]
    .map((offset) => fnv1a(`${course}\n${learner}`, offset).toString(36))
    .join('');
