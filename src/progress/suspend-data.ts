import { base64, read, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import { type Digit, MixedRadixReader, toNumber, UnreadableError } from '../codec/mixed-radix.ts';
import { fingerprint } from '../course/fingerprint.ts';
import type { Structure } from '../course/structure.ts';
import type { Attempt } from './attempt.ts';
import { readForm1 } from './released/form-1.ts';
import type { MigrationLoss, Part, UnreadPart } from './slices/stored/stored-slice.ts';
import { storedAttempts } from './stored-attempts.ts';
import type { StoredModel } from './stored-model.ts';

/**
 * The attempt as suspend data for an LMS: positions in the structure of the course instead of ids, in
 * printable ASCII, so that a long course fits SCORM 1.2's 4,096 characters four times over (P01, P02).
 *
 * | part | characters | holds |
 * | --- | --- | --- |
 * | form | 1 | `2` |
 * | fingerprint | 6 | of the structure the positions refer to (P03) |
 * | seal | 5 | checksum of 30 bits over the fingerprint and all that follows |
 * | each part | `.` and what it needs | a number in mixed radix and its own seal, of 3 or, for a check, 2; nothing where there is nothing to say |
 *
 * The parts are those of the slices (`slices/stored/registry.ts`), in their order. A text whose seal is right
 * is read whole. From any other text only parts come back whose own seal is right, and never a try
 * (D13). The location is not in it: it changes with every page, and each standard has a place for it.
 */
export interface AttemptCodec<A = Attempt> {
  /** @returns characters of `[A-Za-z0-9._-]` only; never empty */
  readonly encode: (attempt: A) => string;
  /** Reads what an LMS gave back, whatever it is. Never throws. */
  readonly decode: (text: string) => Decoded<A>;
}

export interface Decoded<A = Attempt> {
  /** As much of the attempt as could be read; its location is empty. */
  readonly attempt: A;
  /**
   * Why not everything could be read: not written by this course; written for a structure nobody
   * remembers; cut off; changed on the way.
   */
  readonly problem?: 'foreign' | 'unknown-structure' | 'truncated' | 'damaged';
  /** The parts that could not be read. */
  readonly unread: readonly UnreadPart[];
  /** Parts of an earlier structure that have no place in this one and start afresh alone. */
  readonly lost: readonly MigrationLoss[];
}

const form = '2';
const separator = '.';

/**
 * The codec for a course.
 * @param earlier structures of earlier releases; text written for one of them is read by it and then
 * migrated to the present structure by ids
 */
export function attemptCodec(
  structure: Structure,
  earlier?: Readonly<Record<string, Structure>>,
): AttemptCodec;
export function attemptCodec<A extends object>(
  structure: Structure,
  earlier: Readonly<Record<string, Structure>>,
  model: StoredModel<A, never>,
): AttemptCodec<A>;
export function attemptCodec(
  structure: Structure,
  earlier: Readonly<Record<string, Structure>> = {},
  model: StoredModel<Attempt, never> = storedAttempts,
): AttemptCodec {
  const print = fingerprint(structure);
  const parts = model.parts(structure);
  // Sending the evaluation is a switch, for which nobody makes a release.
  const unsent = { ...structure, evaluation: undefined };
  const known = () => [structure, unsent, ...Object.values(earlier)];
  const nothing: Decoded = { attempt: model.fresh, unread: [], lost: [] };

  // An act changes one part or two of dozens: the texts of the others are kept.
  const texts = new Map<Part<Attempt>, { digits: readonly Digit[]; text: string }>();
  const textOf = (part: Part<Attempt>, digits: readonly Digit[]): string => {
    const last = texts.get(part);
    if (last?.digits === digits) return last.text;
    const text = partText(part, digits, print);
    texts.set(part, { digits, text });
    return text;
  };

  /** What was read for a structure, for the present one. */
  const migrated = (attempt: Attempt, from: Structure) =>
    from === structure ? { attempt, lost: [] } : model.migrate(attempt, structure, from);

  return {
    encode(attempt) {
      const body = parts.map((part) => separator + textOf(part, part.write(attempt))).join('');
      return form + print + sealOf(print + body, 5) + body;
    },
    decode(given) {
      const text = given.trim();
      if (text === '') return nothing;
      const old = readForm1(text, known());
      if ('attempt' in old) return { ...nothing, ...migrated(old.attempt, old.from) };
      const [, writtenFor = '', seal = '', body = ''] =
        /^2([\w-]{6})([\w-]{5})((?:\.[\w-]*)+)$/.exec(text) ?? [];
      const from = known().find((other) => fingerprint(other) === writtenFor);
      const segments = text.split(separator).slice(1);
      if (body !== '' && seal === sealOf(writtenFor + body, 5)) {
        if (from === undefined) return { ...nothing, problem: 'unknown-structure' };
        const read = readWhole(segments, from, model);
        if (read) return { ...nothing, ...migrated(read, from) };
      }
      const found = from ? salvageFor(segments, from, model) : salvage(segments, known(), model);
      if (found === undefined)
        return { ...nothing, problem: body === '' ? old.problem : 'damaged' };
      const { problem, unread } = found;
      return { ...migrated(found.attempt, found.from), problem, unread };
    },
  };
}

/** Bits of a seal by how many characters it has. */
const sealBits = { 2: 12, 3: 18, 5: 30 } as const;

const sealOf = (text: string, length: keyof typeof sealBits): string =>
  written(BigInt(checksum(text, sealBits[length])), base64, length);

/** The seal of a part. A check never comes back from a damaged text, whose seal is that of the whole. */
const partSeal = <A>({ key, survivesDamage }: Part<A>, body: string, print: string): string =>
  sealOf(`${print}${key} ${body}`, survivesDamage ? 3 : 2);

function partText<A>(part: Part<A>, digits: readonly Digit[], print: string): string {
  const body = written(toNumber(digits), base64);
  return body === '' ? '' : body + partSeal(part, body, print);
}

/** Reads every part of a text whose seal is right; undefined where one cannot be read all the same. */
function readWhole<A extends object>(
  segments: readonly string[],
  structure: Structure,
  model: StoredModel<A, never>,
): A | undefined {
  const parts = model.parts(structure);
  const print = fingerprint(structure);
  // A text from before a slice was added has fewer parts; one with more was written by a later release.
  if (segments.length > parts.length) return undefined;
  let attempt = model.fresh;
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    const after = part && readPart(part, segment, attempt, print);
    if (after === undefined) return undefined;
    attempt = after;
  }
  return attempt;
}

/** The attempt with a part in it; undefined where the part is not as it was written. */
function readPart<A>(part: Part<A>, segment: string, before: A, print: string): A | undefined {
  if (segment === '') return before;
  const body = segment.slice(0, part.survivesDamage ? -3 : -2);
  if (body + partSeal(part, body, print) !== segment) return undefined;
  try {
    const reader = new MixedRadixReader(read(body, base64));
    const attempt = part.read(reader, before);
    return reader.isAtEnd ? attempt : undefined;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return undefined;
  }
}

interface Salvaged<A> {
  readonly attempt: A;
  readonly from: Structure;
  readonly problem: 'truncated' | 'damaged';
  readonly unread: readonly UnreadPart[];
}

/** Of a text that is not as it was written: the parts that are. Undefined where there are none. */
function salvage<A extends object>(
  segments: readonly string[],
  structures: readonly Structure[],
  model: StoredModel<A, never>,
): Salvaged<A> | undefined {
  const all = structures.map((structure) => salvageFor(segments, structure, model));
  const [best] = [...all].sort((one, other) => other.count - one.count);
  return best && best.count > 0 ? best : undefined;
}

function salvageFor<A extends object>(
  segments: readonly string[],
  structure: Structure,
  model: StoredModel<A, never>,
): Salvaged<A> & { readonly count: number } {
  const parts = model.parts(structure);
  const print = fingerprint(structure);
  let attempt = model.fresh;
  const intact = new Set<Part<A>>();
  let count = 0;
  /** Takes a part if it is intact. */
  const take = (part: Part<A> | undefined, segment: string | undefined): boolean => {
    const after = part && segment !== undefined && readPart(part, segment, attempt, print);
    // A part that may be taken can be written again, to the same text.
    if (
      !part ||
      !after ||
      (part.survivesDamage && partText(part, part.write(after), print) !== segment)
    )
      return false;
    if (segment === '' || part.survivesDamage) {
      attempt = after;
      intact.add(part);
    }
    if (segment !== '') count++;
    return true;
  };
  const shift = parts.length - segments.length;
  let left = 0;
  if (shift === 0) for (const [index, part] of parts.entries()) take(part, segments[index]);
  else {
    // A lost or additional separator moves what stands after it: parts are counted from both ends.
    while (left < segments.length && take(parts[left], segments[left])) left++;
    for (let right = segments.length - 1; right >= left; right--)
      if (!take(parts[right + shift], segments[right])) break;
  }
  const unread = parts.filter((part) => !intact.has(part)).map(({ name }) => name);
  const isCut = shift > 0 && left >= segments.length - 1 && segments.length > 0;
  return { attempt, from: structure, problem: isCut ? 'truncated' : 'damaged', unread, count };
}
