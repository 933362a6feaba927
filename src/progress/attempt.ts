import type { Edition, Meeting } from './edition-record.ts';

/**
 * What one learner has done in the course so far, in the ids of the course.
 *
 * The pages turn what happens into events; `record` is the only function that changes an attempt.
 * An attempt knows nothing of status or score: those follow from it (`completion.ts`).
 */
export interface Attempt {
  /** Lessons read to the end. */
  readonly viewed: readonly string[];
  /** Id of the page to resume at: a lesson, a case or a module; empty before the first page. */
  readonly location: string;
  /** The track the learner chose; absent until then. */
  readonly track?: string;
  readonly cases: Readonly<Record<string, CaseRecord>>;
  /** By the id of the check, which is that of its module, or `pre-test` or `final`. */
  readonly checks: Readonly<Record<string, CheckRecord>>;
  /** Active seconds over all sessions. */
  readonly seconds: number;
  /** Ids of interactions in the order in which they were first reported; the index is the row in the LMS. */
  readonly rows: readonly string[];
  /** The version of the course that all this belongs to; absent until something says it. */
  readonly edition?: Edition;
}

/** A choice taken, as `scene.choice`. */
export type Step = `${string}.${string}`;

export interface CaseRecord {
  /**
   * The record: the first decision taken in each scene, in the order taken, until an ending was
   * first reached. Where the learner never went back before that, it is the path of the first run.
   */
  readonly first: readonly Step[];
  /** The run in progress or just ended, from the start of the case. */
  readonly run: readonly Step[];
  /** Whether an ending was ever reached; from then on `first` does not change. */
  readonly finished: boolean;
  /** Endings seen, in any run. */
  readonly endings: readonly string[];
}

export interface CheckRecord {
  /** Scaled scores, 0 to 1, of the finished tries, oldest first: the best and the latest, at most eight. */
  readonly tries: readonly number[];
  /** The try in progress. */
  readonly open?: OpenTry;
  /** Of the final: its last finished try, for the review after it. */
  readonly last?: OpenTry;
}

export interface OpenTry {
  /** Seed of the draw, an integer of 0 to 2^30 - 1. */
  readonly seed: number;
  /** The answer to each drawn question in the order drawn: ids of the options chosen; absent until given. */
  readonly answers: readonly (readonly string[] | undefined)[];
}

/** What a page reports. Times are seconds. */
export type LearningEvent =
  | { type: 'page.opened'; page: string }
  | { type: 'track.chosen'; track: string }
  | { type: 'lesson.viewed'; lesson: string }
  | { type: 'case.chosen'; case: string; scene: string; choice: string; ended?: string }
  /** Back to the situation before decision number `to`, counted from 0; 0 starts the case afresh. */
  | { type: 'case.rewound'; case: string; to: number }
  | { type: 'check.started'; check: string; seed: number; draw: number }
  | { type: 'check.answered'; check: string; item: number; response: readonly string[] }
  | { type: 'check.finished'; check: string; score: number }
  /** The course is met in another version than before, or for the first time. */
  | ({ type: 'edition.met' } & Meeting)
  /** The note about an update was put away. */
  | { type: 'edition.read' }
  | { type: 'interaction.reported'; interaction: string }
  | { type: 'time.passed'; seconds: number };

/** The attempt of a learner who has just arrived. */
export const freshAttempt: Attempt = {
  viewed: [],
  location: '',
  cases: {},
  checks: {},
  seconds: 0,
  rows: [],
};

const freshCase: CaseRecord = { first: [], run: [], finished: false, endings: [] };

const withItem = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list : [...list, item];

/** Tries are unlimited, what an LMS keeps is not: of more than this, the oldest that is not the best goes. */
const triesKept = 8;

function withTry(tries: readonly number[], score: number): readonly number[] {
  const all = [...tries, Math.min(1, Math.max(0, score))];
  if (all.length <= triesKept) return all;
  const best = all.indexOf(Math.max(...all));
  return all.filter((_, index) => index !== (best === 0 ? 1 : 0));
}

/** The attempt after an event. Pure; an event that says nothing new gives the same attempt back. */
export function record(attempt: Attempt, event: LearningEvent): Attempt {
  switch (event.type) {
    case 'page.opened':
      return attempt.location === event.page ? attempt : { ...attempt, location: event.page };
    case 'track.chosen':
      return attempt.track === event.track ? attempt : { ...attempt, track: event.track };
    case 'lesson.viewed':
      return attempt.viewed.includes(event.lesson)
        ? seenAgain(attempt, event.lesson)
        : { ...attempt, viewed: [...attempt.viewed, event.lesson] };
    case 'case.chosen':
      return withCase(
        event.ended === undefined ? attempt : seenAgain(attempt, event.case),
        event.case,
        (before) => {
          const step: Step = `${event.scene}.${event.choice}`;
          const run = [...before.run, step];
          const decided = before.first.some((first) => first.startsWith(`${event.scene}.`));
          return {
            first: before.finished || decided ? before.first : [...before.first, step],
            run,
            finished: before.finished || event.ended !== undefined,
            endings:
              event.ended === undefined ? before.endings : withItem(before.endings, event.ended),
          };
        },
      );
    case 'case.rewound':
      return withCase(attempt, event.case, (before) => ({
        ...before,
        run: before.run.slice(0, event.to),
      }));
    case 'check.started':
      // One check is in progress at a time: what an LMS keeps is small.
      return withCheck(withoutOpen(attempt), event.check, (before) => ({
        ...before,
        open: { seed: event.seed, answers: Array.from({ length: event.draw }) },
      }));
    case 'check.answered':
      return withCheck(attempt, event.check, (before) =>
        before.open === undefined
          ? before
          : {
              ...before,
              open: {
                ...before.open,
                answers: before.open.answers.map((answer, item) =>
                  item === event.item ? event.response : answer,
                ),
              },
            },
      );
    case 'check.finished':
      return withCheck(attempt, event.check, ({ tries, open, last = open }) => ({
        tries: withTry(tries, event.score),
        ...(event.check === 'final' && last && { last: open ?? last }),
      }));
    case 'edition.met':
      return {
        ...attempt,
        checks: withoutTries(attempt.checks, event.changedChecks ?? []),
        edition: event.edition,
      };
    case 'edition.read': {
      if (attempt.edition?.since === undefined) return attempt;
      const { version, again } = attempt.edition;
      return { ...attempt, edition: { version, again } };
    }
    case 'interaction.reported':
      return attempt.rows.includes(event.interaction)
        ? attempt
        : { ...attempt, rows: [...attempt.rows, event.interaction] };
    case 'time.passed':
      return { ...attempt, seconds: attempt.seconds + Math.max(0, event.seconds) };
  }
}

function withCase(attempt: Attempt, id: string, change: (before: CaseRecord) => CaseRecord) {
  const after = change(attempt.cases[id] ?? freshCase);
  return { ...attempt, cases: { ...attempt.cases, [id]: after } };
}

function withCheck(attempt: Attempt, id: string, change: (before: CheckRecord) => CheckRecord) {
  const after = change(attempt.checks[id] ?? { tries: [] });
  return { ...attempt, checks: { ...attempt.checks, [id]: after } };
}

function withoutOpen(attempt: Attempt): Attempt {
  const checks = Object.entries(attempt.checks)
    .filter(([, { tries }]) => tries.length > 0)
    .map(([id, { tries, last }]): [string, CheckRecord] => [id, { tries, ...(last && { last }) }]);
  return { ...attempt, checks: Object.fromEntries(checks) };
}

function seenAgain(attempt: Attempt, page: string): Attempt {
  const { edition } = attempt;
  if (edition?.again.includes(page) !== true) return attempt;
  const again = edition.again.filter((id) => id !== page);
  return { ...attempt, edition: { ...edition, again } };
}

/** What was answered of other questions means nothing now; the scores of finished tries stay. */
const withoutTries = (checks: Attempt['checks'], changed: readonly string[]): Attempt['checks'] =>
  Object.fromEntries(
    Object.entries(checks).map(([id, check]) => [
      id,
      changed.includes(id) ? { tries: check.tries } : check,
    ]),
  );
