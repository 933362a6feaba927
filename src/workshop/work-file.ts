import { parsedObject } from '../codec/json.ts';
import * as z from 'zod/mini';
import { checksum } from '../codec/checksum.ts';

// A compiled validator needs `eval`, which the policy of the pages forbids (D06).
z.config({ jitless: true });

/** Kinds of work of a workshop that are handed on as files. */
export type WorkKind =
  | ('room' | 'agenda' | 'entry-rules' | 'readiness' | 'plan' | 'noise' | 'forms' | 'attendance')
  /** A form with the id of its exercise, so that it accepts only files of that exercise. */
  | `exercise:${string}`;

/** Origin that a file states. */
export interface WorkOrigin {
  readonly kind: WorkKind;
  /** Id of the course. */
  readonly course: string;
}

/** Reasons for refusing a file. */
export type WorkProblem =
  /** No file of this kit. */
  | 'foreign'
  /** The file belongs to another part of the kit. */
  | 'other-kind'
  | 'other-course'
  /** Made by a later version of this format. */
  | 'newer'
  /** A truncated or altered file of this kit. */
  | 'damaged'
  /** An intact file that refers to parts of an earlier version of the course that no longer exist. */
  | 'version';

export type ReadWork<T> =
  | { readonly work: T }
  /** `field` is the path of the invalid value in the work. */
  | { readonly problem: WorkProblem; readonly field?: string };

const format = 'ati-workshop';
const formatVersion = 1;

/**
 * Writes work as a JSON file with a checksum.
 * @param about text that tells a person who opens the file what it is
 */
export const workFile = ({ kind, course }: WorkOrigin, about: string, work: unknown): string =>
  `${JSON.stringify({ format, formatVersion, about, kind, course, seal: sealOf(work), work }, undefined, 1)}\n`;

const sealOf = (work: unknown): number => checksum(JSON.stringify(work));

/**
 * Reads a file with such work.
 * @param schema strict schema of the work
 */
export function readWorkFile<T>(
  text: string,
  { kind, course }: WorkOrigin,
  schema: z.ZodMiniType<T>,
): ReadWork<T> {
  const fields = parsedObject(text);
  if (fields === undefined) return { problem: text.includes(format) ? 'damaged' : 'foreign' };
  if (fields['format'] !== format) return { problem: 'foreign' };
  if (Number(fields['formatVersion']) > formatVersion) return { problem: 'newer' };
  if (fields['kind'] !== kind) return { problem: 'other-kind' };
  if (fields['course'] !== course) return { problem: 'other-course' };
  if (fields['seal'] !== sealOf(fields['work'])) return { problem: 'damaged' };
  return readWork(fields['work'], schema);
}

/** Validates a stored value as such a piece of work. */
export function readWork<T>(value: unknown, schema: z.ZodMiniType<T>): ReadWork<T> {
  const read = schema.safeParse(value);
  if (read.success) return { work: read.data };
  const field = read.error.issues[0]?.path.map(String).join('.') ?? '';
  return { problem: 'damaged', ...(field !== '' && { field }) };
}
