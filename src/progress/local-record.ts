import type { Attempt, CaseRecord, CheckRecord, OpenTry, Step } from './attempt.ts';
import type { Lost } from './edition-record.ts';
import { versionForm } from '../course/version.ts';

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
  const stored = parsed(text);
  if (stored?.['version'] !== 1) return undefined;
  const location = stored['location'];
  return {
    viewed: strings(stored['viewed']),
    location: typeof location === 'string' ? location : '',
    ...(typeof stored['track'] === 'string' && { track: stored['track'] }),
    cases: entries(stored['cases'], toCase),
    checks: entries(stored['checks'], toCheck),
    seconds: between(stored['seconds'], 1e9) ?? 0,
    rows: strings(stored['rows']),
    ...toEdition(shape(stored['edition']) ?? {}),
  };
}

type Shape = Record<string, unknown>;

function parsed(text: string | null): Shape | undefined {
  try {
    return shape(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

const shape = (value: unknown): Shape | undefined =>
  typeof value === 'object' && value !== null ? (value as Shape) : undefined;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const strings = (value: unknown): string[] =>
  list(value).filter((item): item is string => typeof item === 'string');

const between = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= most ? value : undefined;

/** Entries of an object that have the right shape. `__proto__` and its like become plain keys. */
const entries = <T>(value: unknown, read: (entry: Shape) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(shape(value) ?? {}).flatMap(([id, entry]) => {
      const found = shape(entry);
      return found === undefined ? [] : [[id, read(found)]];
    }),
  );

const steps = (value: unknown): Step[] =>
  strings(value).filter((step): step is Step => step.includes('.'));

const toCase = (entry: Shape): CaseRecord => ({
  first: steps(entry['first']),
  run: steps(entry['run']),
  finished: entry['finished'] === true,
  endings: strings(entry['endings']),
});

function toCheck(entry: Shape): CheckRecord {
  const open = toTry(entry['open']);
  const last = toTry(entry['last']);
  return {
    tries: list(entry['tries']).flatMap((score) => between(score, 1) ?? []),
    ...(open && { open }),
    ...(last && { last }),
  };
}

function toTry(value: unknown): OpenTry | undefined {
  const entry = shape(value);
  const seed = between(entry?.['seed'], 2 ** 30 - 1);
  if (entry === undefined || seed === undefined) return undefined;
  // JSON has no `undefined`: an answer not given yet stands there as null.
  const answers = list(entry['answers']).map((answer) =>
    Array.isArray(answer) ? strings(answer) : undefined,
  );
  return { seed, answers };
}

const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && versionForm.test(value);

function toEdition({ version, since, again, lost }: Shape): Pick<Attempt, 'edition'> {
  if (!isVersion(version)) return {};
  return {
    edition: {
      version,
      ...(isVersion(since) && { since }),
      again: strings(again),
      // Only told, in sentences found by its parts: what has no sentence is passed over there.
      ...(lost !== undefined && { lost: list(lost).filter(shape) as Lost[] }),
    },
  };
}
