import type { Structure } from '../course/structure.ts';

// What both forms of the short code say of a course. A released code depends on it: it never changes.

/** Ids and numbers that a code refers to: a question more in a bank makes no code invalid. */
export const outlineOf = ({ lessons, cases, checks, tracks = [], assessment }: Structure): string =>
  JSON.stringify([
    lessons,
    cases.map(({ id }) => id),
    checks.map(({ id, draw }) => [id, draw]),
    tracks.map(({ id, questions }) => [id, questions]),
    assessment !== undefined,
  ]);

/** Number of shares in which the score of an assessment is counted, so that they suit every track. */
export const sharesOf = ({ tracks = [] }: Structure): number =>
  tracks.map(({ questions }) => questions).reduce(leastMultiple, 1);

const leastMultiple = (one: number, other: number) => (one / divisor(one, other)) * other;
const divisor = (one: number, other: number): number =>
  other === 0 ? one : divisor(other, one % other);
