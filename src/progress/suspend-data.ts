import { type Attempt, freshAttempt } from './attempt.ts';
import { checkIds } from '../course/assessment.ts';
import type { Lost } from './edition-record.ts';
import { fingerprint, fnv1a } from '../course/fingerprint.ts';
import type { Structure } from '../course/structure.ts';
import { DigitReader, itemAt, toDigits, toFlags, UnreadableError } from './digits.ts';
import { fitTo } from './fit.ts';
import { caseText, readCase } from './suspend-cases.ts';
import { checkText, readCheck } from './suspend-checks.ts';
import { editionMark, editionText, readEdition } from './suspend-edition.ts';
import { readRows, rowsText } from './suspend-rows.ts';

/**
 * The attempt as suspend data for an LMS: positions in the structure of the course instead of ids,
 * so that a long course fits SCORM 1.2's 4,096 characters many times over (P01, P02).
 *
 * | part | digits | holds |
 * | --- | --- | --- |
 * | version | 1 character | `1` |
 * | fingerprint | 6 characters | of the structure the positions refer to (P03) |
 * | sequence | 3 | how often the attempt was written; tells which of two copies is newer (P16) |
 * | length | 2 | of the body, in characters |
 * | check | 2 | twelve bits of a hash over all but the version and itself |
 * | seconds | 4 | active time, whole seconds |
 * | track | 1 | its position, counted from 1; 0 for none. Only where the course has tracks |
 * | lessons | 1 for 6 | viewed or not |
 * | each case | 1 or more | flags (begun, finished, run = first); steps of `first`; steps of `run`; endings seen |
 * | each check | 1 or more | number of tries, flags (open, mixed); scores as fractions; seed and answers of the open try |
 * | each assessment | 1 or more | the same, the answers led by their number; of the final also its last try. Only where the course has them |
 * | rows | the rest | see `rowsText` |
 * | edition | after `..` | see `editionText`; not in texts from before there was a second version |
 *
 * The location is not in it: it changes with every page, and each standard has a place for it.
 */
export interface AttemptCodec {
  /**
   * @param sequence how often the attempt was written, this time included
   * @returns characters of `[A-Za-z0-9._~-]` only
   */
  readonly encode: (attempt: Attempt, sequence: number) => string;
  /** Reads what an LMS gave back, whatever it is. Never throws. */
  readonly decode: (text: string) => Decoded;
}

export interface Decoded {
  /** As much of the attempt as could be read; its location is empty. */
  readonly attempt: Attempt;
  /** 0 when nothing, or not everything, could be read. */
  readonly sequence: number;
  /**
   * Why not everything could be read: not written by this course; written for a structure nobody
   * remembers; cut off; changed on the way.
   */
  readonly problem?: 'foreign' | 'unknown-structure' | 'truncated' | 'damaged';
  /** Parts of an earlier structure that have no place in this one and start afresh alone. */
  readonly lost: readonly Lost[];
}

const version = '1';
const headLength = 14;

/**
 * The codec for a course.
 * @param earlier structures of earlier releases, by fingerprint; text written for one of them is
 * read by it and then fitted to the present structure by ids
 */
export function attemptCodec(
  structure: Structure,
  earlier: Readonly<Record<string, Structure>> = {},
): AttemptCodec {
  const print = fingerprint(structure);
  // Sending the evaluation is a switch, for which nobody makes a release.
  const unsent = { ...structure, evaluation: undefined };
  const others = { [fingerprint(unsent)]: unsent, ...earlier };
  return {
    encode(attempt, sequence) {
      const body = bodyText(attempt, structure);
      const sealed = print + toDigits(sequence, 3) + toDigits(body.length, 2);
      return version + sealed + seal(sealed + body) + body;
    },
    decode(text) {
      const nothing = { attempt: freshAttempt, sequence: 0, lost: [] };
      if (text === '') return nothing;
      const head = /^1([\w-]{6})([\w-]{3})([\w-]{2})([\w-]{2})/.exec(text);
      if (head === null) return { ...nothing, problem: 'foreign' };
      const [, writtenFor = '', , , seen = ''] = head;
      const known = writtenFor === print ? structure : own(others, writtenFor);
      if (known === undefined) return { ...nothing, problem: 'unknown-structure' };

      const reader = new DigitReader(text.slice(7, 12));
      const sequence = reader.number(3);
      const length = reader.number(2);
      const body = text.slice(headLength, headLength + length);
      const isCut = body.length < length;
      // A text that was cut is right as far as it goes; one that was changed could say anything.
      if (!isCut && seal(text.slice(1, 12) + body) !== seen)
        return { ...nothing, problem: 'damaged' };

      const { attempt, isWhole } = readBody(body, known);
      const fitted = known === structure ? { attempt, lost: [] } : fitTo(structure, attempt, known);
      return isWhole && !isCut
        ? { ...fitted, sequence }
        : { ...fitted, sequence: 0, problem: 'truncated' };
    },
  };
}

/** `record[key]`, unless the key is one that every object has, such as `constructor`. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function seal(text: string): string {
  const hash = fnv1a(text);
  return toDigits((hash ^ (hash >>> 15)) & 4095, 2);
}

function bodyText(attempt: Attempt, structure: Structure): string {
  const { lessons, cases, tracks } = structure;
  return [
    toDigits(attempt.seconds, 4),
    tracks ? toDigits(tracks.findIndex(({ id }) => id === attempt.track) + 1, 1) : '',
    toFlags(lessons.map((id) => attempt.viewed.includes(id))),
    ...cases.map((shape) => caseText(attempt.cases[shape.id], shape)),
    ...checkIds(structure).map((id) => checkText(attempt.checks[id], id, structure)),
    rowsText(attempt, structure),
    editionText(attempt.edition, structure),
  ].join('');
}

function readBody(body: string, structure: Structure) {
  const { lessons, cases, tracks } = structure;
  const [text = '', edition] = body.split(editionMark);
  const reader = new DigitReader(text);
  let attempt = freshAttempt;
  try {
    attempt = { ...attempt, seconds: reader.number(4) };
    const track = tracks && reader.number(1);
    if (track) attempt = { ...attempt, track: itemAt(tracks, track - 1).id };
    const viewed = reader.flags(lessons.length);
    attempt = { ...attempt, viewed: lessons.filter((_, index) => viewed[index]) };
    for (const shape of cases) {
      const found = readCase(reader, shape);
      if (found) attempt = { ...attempt, cases: { ...attempt.cases, [shape.id]: found } };
    }
    for (const id of checkIds(structure)) {
      const found = readCheck(reader, id, structure);
      if (found) attempt = { ...attempt, checks: { ...attempt.checks, [id]: found } };
    }
    attempt = { ...attempt, rows: readRows(reader, attempt, structure) };
    if (edition !== undefined)
      attempt = { ...attempt, edition: readEdition(new DigitReader(edition), structure) };
    return { attempt, isWhole: true };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { attempt, isWhole: false };
  }
}
