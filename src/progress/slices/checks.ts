import {
  type Digit,
  flagDigits,
  type MixedRadixReader,
  toNumber,
} from '../../codec/mixed-radix.ts';
import { askedIn, banksOf, checkIds } from '../../course/assessment.ts';
import { assessments, isAssessment } from '../../course/halves.ts';
import type { Structure } from '../../course/structure.ts';
import { answerOf } from '../interaction.ts';
import { isLogged } from '../log.ts';
import { storedAnswer, widestAnswer } from './check-answers.ts';
import {
  keptTries,
  mergeTries,
  readTries,
  triesBeyond,
  triesDigits,
  triesKept,
  withTry,
} from './check-tries.ts';
import type { CourseUpgraded } from './course-version.ts';
import { entriesOf, type JsonObject, listOf, numberUpTo, objectOf, stringsOf } from './json.ts';
import { mergeEach, type MigrationLoss, type Part, type Slice, type StoredSlice } from './slice.ts';

export interface CheckRecord {
  /** Scaled scores, 0 to 1, of the finished tries, oldest first: the best and the latest, at most eight. */
  readonly tries: readonly number[];
  /** The try in progress. */
  readonly open?: OpenTry;
  /** Of the final: its last finished try, for the review after it. */
  readonly last?: OpenTry;
  /** Of other checks: twelve bits of the seed of the last finished try, by which an old copy of it is known. */
  readonly ended?: number;
}

export interface OpenTry {
  /** Seed of the draw, an integer of 0 to 2^30 - 1. */
  readonly seed: number;
  /** The answer to each drawn question in the order drawn: ids of the options chosen; absent until given. */
  readonly answers: readonly (readonly string[] | undefined)[];
}

type Checks = Readonly<Record<string, CheckRecord>>;

export interface CheckStarted {
  readonly type: 'check.started';
  readonly check: string;
  readonly seed: number;
  /** How many questions are asked. */
  readonly draw: number;
}

export interface CheckAnswered {
  readonly type: 'check.answered';
  readonly check: string;
  readonly item: number;
  readonly response: readonly string[];
}

export interface CheckFinished {
  readonly type: 'check.finished';
  readonly check: string;
  /** Scaled, 0 to 1. */
  readonly score: number;
}

type Event = CheckStarted | CheckAnswered | CheckFinished | CourseUpgraded;

const seeds = 2 ** 30;
const endings = 2 ** 12;
const mostAsked = 128;

/** Checks and assessments, by the id of the check, which is that of its module, or `pre-test` or `final`. */
export const checks: Slice<Checks, Event> = {
  initial: {},
  acts: ['check.answered', 'check.finished'],
  isProgress: (records) => Object.keys(records).length > 0,
  reduce,
  merge: (one, other) => mergeEach(one, other, mergeCheck),
  fromJson: (value) => entriesOf(value, checkOf),
  gain: (less, more) => ({
    answers: sumOver(more, (check, id) => answersBeyond(less[id]?.open, check.open)),
    tries: sumOver(more, ({ tries }, id) => triesBeyond(less[id]?.tries ?? [], tries).length),
  }),
};

/** Stored in a part for each check; each answer of a check that counts is a row of the log. */
export const storedChecks: StoredSlice<Checks, Event> = {
  migrate,
  parts: (structure) => checkIds(structure).map((id) => checkPart(id, structure)),
  widest(structure) {
    const records = checkIds(structure).map((id) => [id, widestCheck(structure, id)] as const);
    const isOpen = openAtOnce(records, structure);
    return Object.fromEntries(
      records.map(([id, { open, ...rest }]) => [
        id,
        isOpen.has(id) && open ? { ...rest, open } : rest,
      ]),
    );
  },
  logIds: (structure) => structure.checks.map(({ questions }) => questions.map(({ id }) => id)),
  report(event, _before, after, { structure, rule }) {
    if (event.type !== 'check.answered') return undefined;
    const open = after[event.check]?.open;
    if (open === undefined || !isLogged(event.check, rule)) return undefined;
    const question = askedIn(structure, event.check, open.seed, open.answers.length)[event.item];
    return question && answerOf(question, event.response);
  },
};

const untried: CheckRecord = { tries: [] };

function reduce(records: Checks, event: Event): Checks {
  if (event.type === 'course.upgraded')
    return Object.fromEntries(
      Object.entries(records).map(([id, check]) => [
        id,
        // What was answered of other questions means nothing now; the scores of finished tries stay.
        event.changedChecks?.includes(id) === true ? { tries: check.tries } : check,
      ]),
    );
  if (!('check' in event)) return records;
  const before = records[event.check] ?? untried;
  const after = changed(before, event);
  return after === before ? records : { ...records, [event.check]: after };
}

function changed(
  before: CheckRecord,
  event: CheckStarted | CheckAnswered | CheckFinished,
): CheckRecord {
  switch (event.type) {
    case 'check.started':
      return {
        ...before,
        open: { seed: event.seed, answers: Array.from({ length: event.draw }) },
      };
    case 'check.answered': {
      if (before.open === undefined) return before;
      const answers = before.open.answers.map((answer, item) =>
        item === event.item ? event.response : answer,
      );
      return { ...before, open: { ...before.open, answers } };
    }
    case 'check.finished': {
      // The mean of no questions is no score.
      if (!Number.isFinite(event.score)) return before;
      const tries = withTry(before.tries, Math.min(1, Math.max(0, event.score)));
      const last = before.open ?? before.last;
      if (event.check === 'final') return { tries, ...(last && { last }) };
      const ended = before.open ? before.open.seed % endings : before.ended;
      return { tries, ...(ended !== undefined && { ended }) };
    }
  }
}

function mergeCheck(one: CheckRecord, other: CheckRecord): CheckRecord {
  const tries = mergeTries(one.tries, other.tries);
  const open = mergeOpen(
    hasEnded(other, one.open) ? undefined : one.open,
    hasEnded(one, other.open) ? undefined : other.open,
  );
  const isOtherLater = other.tries.length > one.tries.length;
  const last = isOtherLater ? (other.last ?? one.last) : (one.last ?? other.last);
  const ended = isOtherLater ? (other.ended ?? one.ended) : (one.ended ?? other.ended);
  return {
    tries,
    ...(open && { open }),
    ...(last && { last }),
    ...(ended !== undefined && { ended }),
  };
}

/** Whether a try that another copy still has open is the one that this copy finished last. */
const hasEnded = ({ last, ended = last && last.seed % endings }: CheckRecord, open?: OpenTry) =>
  open !== undefined && open.seed % endings === ended;

/** Of one try the answers of both; of two tries the one with more answers, else the first. */
function mergeOpen(one: OpenTry | undefined, other: OpenTry | undefined): OpenTry | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.seed !== other.seed || one.answers.length !== other.answers.length)
    return answered(other) > answered(one) ? other : one;
  const isMore = one.answers.some((answer, item) => answer === undefined && other.answers[item]);
  if (!isMore) return one;
  return { ...one, answers: one.answers.map((answer, item) => answer ?? other.answers[item]) };
}

const answered = ({ answers }: OpenTry): number =>
  answers.filter((answer) => answer !== undefined).length;

function answersBeyond(less: OpenTry | undefined, more: OpenTry | undefined): number {
  if (more === undefined) return 0;
  const known = less?.seed === more.seed ? answered(less) : 0;
  return Math.max(0, answered(more) - known);
}

const sumOver = (records: Checks, count: (check: CheckRecord, id: string) => number): number =>
  Object.entries(records).reduce((sum, [id, check]) => sum + count(check, id), 0);

/** A check keeps its scores, and its open try only where its bank is unchanged. */
function migrate(records: Checks, structure: Structure, earlier: Structure) {
  const lost: MigrationLoss[] = [];
  const state: Record<string, CheckRecord> = {};
  for (const [id, record] of Object.entries(records)) {
    const shape = banksOf(structure, id);
    if (shape === undefined) {
      lost.push({ part: 'check', id, why: 'removed' });
      continue;
    }
    const isSame = JSON.stringify(shape) === JSON.stringify(banksOf(earlier, id));
    if (record.open !== undefined && !isSame) lost.push({ part: 'check', id, why: 'changed' });
    state[id] = isSame ? record : { tries: record.tries };
  }
  return { state, lost };
}

/** One check: begun, open, last, ended; scores; seed and answers of the open try, and of the last. */
const checkPart = (id: string, structure: Structure): Part<Checks> => ({
  key: `check ${id}`,
  name: { part: 'check', id },
  survivesDamage: false,
  write(records) {
    const record = records[id];
    if (record === undefined) return [];
    const { tries, open, last, ended } = record;
    return [
      ...flagDigits([true, open !== undefined, last !== undefined, ended !== undefined]),
      ...triesDigits(keptTries(tries)),
      ...(open ? tryDigits(open, id, structure) : []),
      ...(last ? tryDigits(last, id, structure) : []),
      ...(ended === undefined ? [] : [[ended, endings] as const]),
    ];
  },
  read(reader, before) {
    const [isBegun, isOpen, hasLast, isEnded] = reader.flags(4);
    if (!isBegun) return before;
    const tries = readTries(reader);
    const open = isOpen && readTry(reader, id, structure);
    const last = hasLast && readTry(reader, id, structure);
    const record: CheckRecord = {
      tries,
      ...(open && { open }),
      ...(last && { last }),
      ...(isEnded && { ended: reader.take(endings) }),
    };
    return { ...before, [id]: record };
  },
});

function tryDigits({ seed, answers }: OpenTry, id: string, structure: Structure): Digit[] {
  const asked = askedIn(structure, id, seed, answers.length);
  return [
    [seed, seeds],
    ...(isAssessment(id) ? [[answers.length, mostAsked] as const] : []),
    ...asked.flatMap((question, item) =>
      storedAnswer(question).write(answers[item] ?? [], question.options),
    ),
  ];
}

function readTry(reader: MixedRadixReader, id: string, structure: Structure): OpenTry {
  const seed = reader.take(seeds);
  const count = isAssessment(id) ? reader.take(mostAsked) : 0;
  const answers = askedIn(structure, id, seed, count).map((question) => {
    const response = storedAnswer(question).read(reader, question.options);
    return response.length === 0 ? undefined : response;
  });
  return { seed, answers };
}

/** Module checks that a learner may have in progress at once, beside the pre-test and the final. */
const mostOpen = 2;

/** The ids of the assessments, and of the module checks whose open tries take the most room. */
function openAtOnce(
  records: readonly (readonly [string, CheckRecord])[],
  structure: Structure,
): ReadonlySet<string> {
  const roomOf = ([id, { open }]: readonly [string, CheckRecord]) =>
    open ? toNumber(tryDigits(open, id, structure)).toString(2).length : 0;
  const modules = records.filter(([id]) => !isAssessment(id));
  const widest = modules.toSorted((one, other) => roomOf(other) - roomOf(one)).slice(0, mostOpen);
  return new Set([...assessments, ...widest.map(([id]) => id)]);
}

function widestCheck(structure: Structure, id: string): CheckRecord {
  const count = Math.max(0, ...(structure.tracks ?? []).map(({ questions }) => questions));
  const seed = seeds - 1;
  const open = { seed, answers: askedIn(structure, id, seed, count).map(widestAnswer) };
  return {
    // Scores of eight versions of the course that each asked another number of questions.
    tries: Array.from({ length: triesKept }, (_, place) => place / (place + 11)),
    open,
    ...(id === 'final' ? { last: open } : { ended: endings - 1 }),
  };
}

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
  // JSON has no `undefined`: an answer not given yet stands there as null.
  const answers = listOf(entry['answers']).map((answer) =>
    Array.isArray(answer) ? stringsOf(answer) : undefined,
  );
  return { seed: Math.floor(seed), answers };
}
