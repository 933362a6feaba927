import {
  entriesOf,
  type JsonObject,
  listOf,
  numberUpTo,
  objectOf,
  stringsOf,
} from '../../codec/json.ts';
import { versionForm } from '../../course/version.ts';
import { type CaseRecord, type Step } from './cases.ts';
import { type CheckRecord, endings, type OpenTry, seeds } from './checks.ts';
import type { VersionState } from './course-version.ts';
import type { MigrationLoss } from './copies/copied-slice.ts';
import type { slices } from './registry.ts';
import { keptTries } from './tries.ts';

/**
 * Readers of stored JSON values, by field of the attempt. They take any value, drop what has the wrong shape, and never
 * throw. Only the website stores progress as JSON.
 */
export const fromJson = {
  viewed: stringsOf,
  location: (value: unknown) => (typeof value === 'string' ? value : ''),
  track: (value: unknown) => (typeof value === 'string' ? value : undefined),
  cases: (value: unknown) => entriesOf(value, caseOf),
  checks: (value: unknown) => entriesOf(value, checkOf),
  seconds: (value: unknown) => numberUpTo(value, 1e9) ?? 0,
  rows: stringsOf,
  edition: editionOf,
} satisfies Readonly<Record<keyof typeof slices, (value: unknown) => unknown>>;

const stepsOf = (value: unknown): Step[] =>
  stringsOf(value).filter((step): step is Step => step.includes('.'));

const caseOf = (entry: JsonObject): CaseRecord => ({
  first: stepsOf(entry['first']),
  run: stepsOf(entry['run']),
  finished: entry['finished'] === true,
  endings: stringsOf(entry['endings']),
});

function checkOf(entry: JsonObject): CheckRecord {
  const open = tryOf(entry['open']);
  const last = tryOf(entry['last']);
  const ended = numberUpTo(entry['ended'], endings - 1);
  return {
    tries: keptTries(listOf(entry['tries']).flatMap((score) => numberUpTo(score, 1) ?? [])),
    ...(open && { open }),
    ...(last && { last }),
    ...(ended !== undefined && { ended: Math.floor(ended) }),
  };
}

function tryOf(value: unknown): OpenTry | undefined {
  const entry = objectOf(value);
  const seed = numberUpTo(entry?.['seed'], seeds - 1);
  if (entry === undefined || seed === undefined) return undefined;
  // JSON has no `undefined`, so a missing answer is stored as null.
  const answers = listOf(entry['answers']).map((answer) =>
    Array.isArray(answer) ? stringsOf(answer) : undefined,
  );
  return { seed: Math.floor(seed), answers };
}

function editionOf(value: unknown): VersionState {
  const { version, since, again, lost } = objectOf(value) ?? {};
  if (!isVersion(version)) return undefined;
  return {
    version,
    ...(isVersion(since) && { since }),
    again: stringsOf(again),
    // Needs no further check: losses are only shown, and one without a sentence of its own is skipped.
    ...(lost !== undefined && { lost: listOf(lost).filter(objectOf) as MigrationLoss[] }),
  };
}

const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && versionForm.test(value);
