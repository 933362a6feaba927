import type { Structure } from '../course/structure.ts';

// The outline of a course in both forms of the short code. Released codes depend on it, so it must never change.

/** Ids and numbers that a code refers to. Adding a question to a bank invalidates no code. */
export const outlineOf = ({ lessons, cases, checks, tracks = [], assessment }: Structure): string =>
  JSON.stringify([
    lessons,
    cases.map(({ id }) => id),
    checks.map(({ id, draw }) => [id, draw]),
    tracks.map(({ id, questions }) => [id, questions]),
    assessment !== undefined,
  ]);

/** Number of shares in which the score of an assessment is counted, chosen to suit every track. */
export const sharesOf = ({ tracks = [] }: Structure): number =>
  tracks.map(({ questions }) => questions).reduce(leastMultiple, 1);

const leastMultiple = (one: number, other: number) => (one / divisor(one, other)) * other;
const divisor = (one: number, other: number): number =>
  other === 0 ? one : divisor(other, one % other);
