import { fingerprint } from '../course/fingerprint.ts';
import type { Structure } from '../course/structure.ts';
import type { Attempt } from './attempt.ts';
import { copiedAttempts } from './copied-attempts.ts';
import type { CopiesModel } from './copies-model.ts';
import { readForm1 } from './released/form-1.ts';
import type { MigrationLoss } from './slices/copies/copied-slice.ts';
import type { Part, UnreadPart } from './slices/stored/stored-slice.ts';
import { partText, readPart, readWhole, sealedText, stateText } from './state-text.ts';
import { storedAttempts } from './stored-attempts.ts';
import type { StoredModel } from './stored-model.ts';

/**
 * Suspend data of every kind: the present text (`state-text.ts`), that of an earlier structure or form, and what
 * is left of one that was damaged. A text whose seal is right is read whole. From any other text only parts come
 * back whose own seal is right, and never a try (D13).
 */
export interface AttemptCodec<A = Attempt> {
  /** @returns characters of `[A-Za-z0-9._-]` only; never empty */
  readonly encode: (attempt: A) => string;
  /** Reads what an LMS gave back, whatever it is. Never throws. */
  readonly decode: (text: string) => Decoded<A>;
}

export interface Decoded<A = Attempt> {
  /** The attempt as far as it could be read; its location is empty. */
  readonly attempt: A;
  /**
   * Reason why not everything could be read: not written by this course; written for a structure nobody
   * remembers; cut off; changed on the way.
   */
  readonly problem?: 'foreign' | 'unknown-structure' | 'truncated' | 'damaged';
  /** The parts that could not be read. */
  readonly unread: readonly UnreadPart[];
  /** Parts of an earlier structure that have no place in this one and start afresh alone. */
  readonly lost: readonly MigrationLoss[];
}

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
  copies: CopiesModel<A>,
): AttemptCodec<A>;
export function attemptCodec(
  structure: Structure,
  earlier: Readonly<Record<string, Structure>> = {},
  model: StoredModel<Attempt, never> = storedAttempts,
  copies: CopiesModel<Attempt> = copiedAttempts,
): AttemptCodec {
  // Sending the evaluation is a switch, for which nobody makes a release.
  const unsent = { ...structure, evaluation: undefined };
  const structures = () => [structure, unsent, ...Object.values(earlier)];
  const nothing: Decoded = { attempt: model.fresh, unread: [], lost: [] };

  /** An attempt of another structure, migrated to the present one. */
  const migrated = (attempt: Attempt, from: Structure) =>
    from === structure ? { attempt, lost: [] } : copies.migrate(attempt, structure, from);

  return {
    encode: stateText(structure, model).encode,
    decode(stored) {
      const text = stored.trim();
      if (text === '') return nothing;
      const old = readForm1(text, structures());
      if ('attempt' in old) return { ...nothing, ...migrated(old.attempt, old.from) };
      const { writtenFor, segments, isSealed, hasForm } = sealedText(text);
      const from = structures().find((other) => fingerprint(other) === writtenFor);
      if (isSealed) {
        if (from === undefined) return { ...nothing, problem: 'unknown-structure' };
        const read = readWhole(segments, from, model);
        if (read) return { ...nothing, ...migrated(read, from) };
      }
      const found = from
        ? salvageFor(segments, from, model)
        : salvage(segments, structures(), model);
      if (found === undefined) return { ...nothing, problem: hasForm ? 'damaged' : old.problem };
      const { problem, unread } = found;
      return { ...migrated(found.attempt, found.from), problem, unread };
    },
  };
}

interface Salvaged<A> {
  readonly attempt: A;
  readonly from: Structure;
  readonly problem: 'truncated' | 'damaged';
  readonly unread: readonly UnreadPart[];
}

/** The intact parts of a damaged text, by the structure that most fit. Undefined where there are none. */
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
