import { objectOf, parsedJson } from '../codec/json.ts';
import { type Attempt, freshAttempt } from './attempt.ts';
import { withField } from './attempt-model.ts';
import { fromJson } from './slices/from-json.ts';

/**
 * The attempt as JSON for the storage of a browser. There it may be as long as it likes, and it
 * names everything by id, so that it needs no structure of the course and outlives every update.
 */
export const toRecord = (attempt: Attempt): string => JSON.stringify({ version: 1, ...attempt });

/**
 * The attempt of a stored record. What has not the shape of an attempt is left out, piece by piece:
 * the record may have been cut, edited or written by another program.
 * @returns undefined when nothing of it is an attempt
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
