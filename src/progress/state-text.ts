import { base64, read, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import { type Digit, MixedRadixReader, toNumber, UnreadableError } from '../codec/mixed-radix.ts';
import { fingerprint } from '../course/fingerprint.ts';
import type { Structure } from '../course/structure.ts';
import type { Attempt } from './attempt.ts';
import type { Part } from './slices/stored/stored-slice.ts';
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
 * | each part | `.` and what it needs | a number in mixed radix and its own seal, of 3 or, for a check, 2; nothing
 * where there is nothing to say |
 *
 * The parts are those of the slices (`slices/stored/registry.ts`), in their order. The location is not in it: it
 * changes with every page, and each standard has a place for it.
 */
export interface StateText<A = Attempt> {
  /** @returns characters of `[A-Za-z0-9._-]` only; never empty */
  readonly encode: (attempt: A) => string;
  /**
   * Reads a text that was written for this structure and came back as it was; an empty one is a fresh attempt.
   * @returns undefined for any other text, which `attemptCodec` may still read
   */
  readonly read: (text: string) => A | undefined;
}

/** A text in its parts, none of which was looked at yet. */
export interface SealedText {
  /** Fingerprint of the structure it was written for; empty where the text has not the form. */
  readonly writtenFor: string;
  readonly segments: readonly string[];
  /** Whether the seal of the whole is right. */
  readonly isSealed: boolean;
  readonly hasForm: boolean;
}

const form = '2';
const separator = '.';

/** A text by its seal. */
export function sealedText(text: string): SealedText {
  const [, writtenFor = '', seal = '', body = ''] =
    /^2([\w-]{6})([\w-]{5})((?:\.[\w-]*)+)$/.exec(text) ?? [];
  return {
    writtenFor,
    segments: text.split(separator).slice(1),
    isSealed: body !== '' && seal === sealOf(writtenFor + body, 5),
    hasForm: body !== '',
  };
}

/** The text of attempts for a structure. */
export function stateText(structure: Structure): StateText;
export function stateText<A extends object>(
  structure: Structure,
  model: StoredModel<A, never>,
): StateText<A>;
export function stateText(
  structure: Structure,
  model: StoredModel<Attempt, never> = storedAttempts,
): StateText {
  const print = fingerprint(structure);
  const parts = model.parts(structure);

  // An act changes one part or two of dozens: the texts of the others are kept.
  const texts = new Map<Part<Attempt>, { digits: readonly Digit[]; text: string }>();
  const textOf = (part: Part<Attempt>, digits: readonly Digit[]): string => {
    const last = texts.get(part);
    if (last?.digits === digits) return last.text;
    const text = partText(part, digits, print);
    texts.set(part, { digits, text });
    return text;
  };

  return {
    encode(attempt) {
      const body = parts.map((part) => separator + textOf(part, part.write(attempt))).join('');
      return form + print + sealOf(print + body, 5) + body;
    },
    read(stored) {
      const text = stored.trim();
      if (text === '') return model.fresh;
      const { writtenFor, segments, isSealed } = sealedText(text);
      return isSealed && writtenFor === print ? readWhole(segments, structure, model) : undefined;
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

/** The text of a part of which these are the digits. */
export function partText<A>(part: Part<A>, digits: readonly Digit[], print: string): string {
  const body = written(toNumber(digits), base64);
  return body === '' ? '' : body + partSeal(part, body, print);
}

/** Reads every part of a text whose seal is right; undefined where one cannot be read all the same. */
export function readWhole<A extends object>(
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
export function readPart<A>(
  part: Part<A>,
  segment: string,
  before: A,
  print: string,
): A | undefined {
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
