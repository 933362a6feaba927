import { base64 } from '../../codec/alphabet.ts';
import { itemAt, UnreadableError } from '../../codec/mixed-radix.ts';
import { checkIds, withoutHalf } from '../../course/assessment.ts';
import type { CaseStructure, Structure } from '../../course/structure.ts';
import { evaluationPrefix } from '../log.ts';
import type { Attempt, CaseRecord, Step } from '../attempt.ts';
import type { CourseVersionState } from '../slices/course-version.ts';
import { DigitReader, width } from './digits.ts';
import { readCheck } from './form-1-checks.ts';
import { fnv1a } from './fnv1a.ts';

/** The attempt in suspend data of version 0.1.0, or the reason why it cannot be read. */
export type ReadForm1 =
  | { readonly attempt: Attempt; readonly from: Structure }
  | { readonly problem: 'foreign' | 'unknown-structure' | 'truncated' | 'damaged' };

/**
 * Reads suspend data in form 1:
 *
 * | part | digits | holds |
 * | --- | --- | --- |
 * | form | 1 character | `1` |
 * | fingerprint | 6 characters | of the structure |
 * | sequence | 3 | number of times that the attempt was written |
 * | length | 2 | of the body, in characters |
 * | check | 2 | twelve bits of a hash over everything but the form and this field |
 * | seconds | 4 | active time |
 * | track | 1 | position from 1; only if the course has tracks |
 * | lessons | 1 for 6 | flags |
 * | each case | 1 or more | flags (begun, finished, run = first); `first`; `run`; endings |
 * | each check | 1 or more | see `form-1-checks.ts` |
 * | rows | the rest | see `readRows` |
 * | edition | after `..` | see `readEdition` |
 *
 * The parts have no checksums of their own, so a truncated or damaged text is rejected as a whole (D13).
 *
 * @param structures the current and earlier structures of the course, one of which the text must fit
 */
export function readForm1(text: string, structures: readonly Structure[]): ReadForm1 {
  const head = /^1([\w-]{6})([\w-]{3})([\w-]{2})([\w-]{2})/.exec(text);
  if (head === null) return { problem: 'foreign' };
  const [start, writtenFor = '', , , check = ''] = head;
  const from = structures.find((structure) => fingerprint1(structure) === writtenFor);
  if (from === undefined) return { problem: 'unknown-structure' };
  const length = new DigitReader(text.slice(10, 12)).number(2);
  const body = text.slice(start.length);
  if (body.length < length) return { problem: 'truncated' };
  if (body.length > length || seal(text.slice(1, 12) + body) !== check)
    return { problem: 'damaged' };
  try {
    return { attempt: readBody(body, from), from };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { problem: 'damaged' };
  }
}

/** The fingerprint of a structure in form 1. Version 0.1.0 had no halves of banks, so they are left out. */
function fingerprint1(structure: Structure): string {
  const checks = structure.checks.map((check) => ({
    ...check,
    questions: check.questions.map(withoutHalf),
  }));
  const text = JSON.stringify({ ...structure, checks });
  const hashes = [fnv1a(text, 0x811c9dc5), fnv1a(text, 0x01000193)];
  return hashes
    .flatMap((hash) => [hash, hash >>> 6, hash >>> 12])
    .map((bits) => base64[bits & 63])
    .join('');
}

function seal(text: string): string {
  const hash = fnv1a(text);
  const bits = (hash ^ (hash >>> 15)) & 4095;
  return base64.charAt(bits >> 6) + base64.charAt(bits & 63);
}

function readBody(body: string, structure: Structure): Attempt {
  const { lessons, cases, tracks } = structure;
  const [text = '', edition] = body.split('..');
  const reader = new DigitReader(text);
  const seconds = reader.number(4);
  const track = tracks && reader.number(1);
  const isViewed = reader.flags(lessons.length);
  const decided = cases.flatMap((shape): [string, CaseRecord][] => {
    const record = readCase(reader, shape);
    return record ? [[shape.id, record]] : [];
  });
  const tried = checkIds(structure).flatMap((id) => {
    const record = readCheck(reader, id, structure);
    return record ? [[id, record] as const] : [];
  });
  const records = Object.fromEntries(decided);
  return {
    viewed: lessons.filter((_, index) => isViewed[index]),
    location: '',
    ...(track && { track: itemAt(tracks, track - 1).id }),
    cases: records,
    checks: Object.fromEntries(tried),
    seconds,
    rows: readRows(reader, records, structure),
    ...(edition !== undefined && { edition: readEdition(new DigitReader(edition), structure) }),
  };
}

function readCase(reader: DigitReader, shape: CaseStructure): CaseRecord | undefined {
  const [begun, finished, runIsFirst] = [1, 2, 4];
  const flags = reader.number(1);
  if ((flags & begun) === 0) return undefined;
  const first = reader.items(shape.steps) as Step[];
  const run = flags & runIsFirst ? first : (reader.items(shape.steps) as Step[]);
  const seen = reader.flags(shape.endings.length);
  return {
    first,
    run,
    finished: (flags & finished) !== 0,
    endings: shape.endings.filter((_, index) => seen[index]),
  };
}

/**
 * Reads the log rows in order. A row starts with its source: a case, a check or the evaluation. For a case, the row is
 * its next decision in the order of `first`; for the others, the position of the question follows. `.`, a source and a
 * number start that many consecutive rows of one source. `~` is a row whose item was removed.
 */
function readRows(
  reader: DigitReader,
  records: Attempt['cases'],
  { cases, checks, evaluation }: Structure,
): string[] {
  const sourceWidth = width(cases.length + checks.length + (evaluation ? 1 : 0));
  const decided = new Map<string, number>();
  const readRow = (source: number): string => {
    const shape = cases[source];
    if (shape === undefined && source === cases.length + checks.length && evaluation)
      return evaluationPrefix + itemAt(evaluation, reader.number(width(evaluation.length)));
    if (shape === undefined) {
      const { questions } = itemAt(checks, source - cases.length);
      return itemAt(questions, reader.number(width(questions.length))).id;
    }
    const before = decided.get(shape.id) ?? 0;
    decided.set(shape.id, before + 1);
    const [scene = ''] = itemAt(records[shape.id]?.first ?? [], before).split('.');
    return `${shape.id}.${scene}`;
  };

  const rows: string[] = [];
  while (!reader.isAtEnd) {
    const mark = reader.character();
    if (mark === '~') rows.push(mark);
    else if (mark === '.') {
      const source = reader.number(sourceWidth);
      const count = reader.number(1);
      for (let index = 0; index < count; index++) rows.push(readRow(source));
    } else {
      reader.position -= 1;
      rows.push(readRow(reader.number(sourceWidth)));
    }
  }
  return rows;
}

/** Reads the version; flags for `since` and pages to read again; `since`; one flag for each page. */
function readEdition(reader: DigitReader, { lessons, cases }: Structure): CourseVersionState {
  const readVersion = () => [reader.number(1), reader.number(1), reader.number(1)].join('.');
  const version = readVersion();
  const flags = reader.number(1);
  const since = flags & 1 ? readVersion() : undefined;
  const pages = [...lessons, ...cases.map(({ id }) => id)];
  const isAgain = flags & 2 ? reader.flags(pages.length) : [];
  return {
    version,
    ...(since !== undefined && { since }),
    again: pages.filter((_, index) => isAgain[index]),
  };
}
