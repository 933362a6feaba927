import { objectOf, parsedJson } from '../codec/json.ts';
import { type Attempt, freshAttempt } from './attempt.ts';
import { withField } from './attempt-model.ts';
import { fromJson } from './slices/from-json.ts';

/**
 * The attempt as JSON for browser storage. Its size is unlimited there, and it refers to everything by id, so that it
 * needs no structure of the course and survives every update.
 */
export const toRecord = (attempt: Attempt): string => JSON.stringify({ version: 1, ...attempt });

/**
 * Reads the attempt of a stored record. Malformed parts are dropped one by one, because the record may have been
 * truncated, edited or written by another program.
 * @returns undefined if no part of it is valid
 */
export function fromRecord(text: string | null): Attempt | undefined {
  const value = parsedJson(text ?? '');
  return objectOf(value)?.['version'] === 1 ? attemptOf(value) : undefined;
}

const attemptOf = (value: unknown): Attempt =>
  Object.entries(fromJson).reduce(
    (made, [field, read]) =>
      withField(made, field as keyof typeof fromJson, read(objectOf(value)?.[field])),
    freshAttempt,
  );
