import type { Attempt } from './attempt.ts';

/** What says where a learner is and what it is measured against, not what was done. */
const aside: readonly (keyof Attempt)[] = ['location', 'seconds', 'rows', 'edition'];

/**
 * Whether another attempt holds all that a copy holds, as far as that can be seen without the meaning of its
 * parts: then the two need not be united.
 */
export const isWithin = (copy: Attempt, other: Attempt): boolean =>
  Object.entries(copy).every(
    ([field, state]) =>
      aside.includes(field as keyof Attempt) || isPart(state, other[field as keyof Attempt]),
  );

function isPart(value: unknown, whole: unknown): boolean {
  if (typeof value !== 'object' || value === null) return (value ?? whole) === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(value) && typeof value[0] === 'string')
    return Array.isArray(whole) && value.every((item) => whole.includes(item));
  return Object.entries(value).every(([key, item]) =>
    isPart(item, (whole as Record<string, unknown>)[key]),
  );
}
