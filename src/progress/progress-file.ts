import { objectOf, parsedObject } from '../codec/json.ts';
import type { Attempt } from './attempt.ts';
import { checksum } from '../codec/checksum.ts';
import { fromRecord, toRecord } from './local-record.ts';
import { fnv1a } from './released/fnv1a.ts';

/** The course in which a file is written or read. */
export interface CourseOfFile {
  readonly id: string;
  readonly version: string;
}

/** Content of a progress file, or why it is rejected. */
export type ReadProgressFile =
  | {
      readonly attempt: Attempt;
      /** Version of the course in which the file was written. */
      readonly version: string;
      /** Date of the file, YYYY-MM-DD. */
      readonly date: string;
      /** Notes and what else the device kept beside the attempt, by name; what they are is for its owner to check. */
      readonly kept?: Readonly<Record<string, unknown>>;
    }
  | { readonly problem: 'foreign' | 'newer' | 'other-course' | 'damaged' };

const format = 'course-progress';
const form = 2;

/**
 * An attempt as a file that a learner keeps: JSON that names everything by id, so that it outlives
 * updates of the course, with a checksum that finds mistakes; whoever wants to can compute one.
 * @param date YYYY-MM-DD
 * @param kept what the device keeps beside the attempt, by name
 */
export function progressFile(
  { id, version }: CourseOfFile,
  attempt: Attempt,
  date: string,
  kept: Readonly<Record<string, unknown>> = {},
) {
  const stored: unknown = JSON.parse(toRecord(attempt));
  const check = checksumOf(id, version, date, stored);
  const beside = Object.keys(kept).length > 0 && { kept, keptCheck: checksumOf(kept) };
  const file = { format, form, course: id, version, date, check, attempt: stored, ...beside };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a file that a learner chose, whatever it is. Never throws.
 * @param course the id of the course; a package of one module adds its own to it, and what was done
 * there was done in the course
 */
export function readProgressFile(text: string, course: string): ReadProgressFile {
  const file = parsedObject(text);
  // A text that starts like a progress file and ends early was truncated.
  if (file === undefined) return { problem: text.includes(`"${format}"`) ? 'damaged' : 'foreign' };
  if (file['format'] !== format) return { problem: 'foreign' };
  if (typeof file['form'] === 'number' && file['form'] > form) return { problem: 'newer' };
  const { course: madeIn, version, date, check, attempt: stored = null } = file;
  if (typeof madeIn !== 'string' || typeof version !== 'string' || typeof date !== 'string')
    return { problem: 'damaged' };
  if (wholeCourse(madeIn) !== wholeCourse(course)) return { problem: 'other-course' };
  const record = JSON.stringify(stored);
  const expected = file['form'] === 1 ? fnv1a(record) : checksumOf(madeIn, version, date, stored);
  const attempt = expected === check ? fromRecord(record) : undefined;
  if (attempt === undefined) return { problem: 'damaged' };
  const { kept, keptCheck } = file;
  if (kept === undefined) return { attempt, version, date };
  // Data beside the attempt is protected by a checksum as well.
  const data = objectOf(kept);
  if (data === undefined || checksumOf(data) !== keptCheck) return { problem: 'damaged' };
  return { attempt, version, date, kept: data };
}

const checksumOf = (...parts: unknown[]): number => checksum(JSON.stringify(parts));

const wholeCourse = (id: string) => id.split('.')[0];
