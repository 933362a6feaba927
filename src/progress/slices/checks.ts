import type { CourseUpgraded } from './course-version.ts';
import type { Slice } from './slice.ts';
import { withTry } from './tries.ts';

export interface CheckRecord {
  /** Scaled scores, 0 to 1, of finished tries, oldest first, limited by `keptTries`. */
  readonly tries: readonly number[];
  /** The try in progress. */
  readonly open?: OpenTry;
  /** The last finished try, for the review after it; only for the final. */
  readonly last?: OpenTry;
  /** Lowest twelve bits of the seed of the last finished try, to recognise an old copy of it; not for the final. */
  readonly ended?: number;
}

export interface OpenTry {
  /** Seed of the draw, an integer from 0 to 2^30 - 1. */
  readonly seed: number;
  /** The responses in the order of the drawn questions, each as ids of options; undefined until given. */
  readonly answers: readonly (readonly string[] | undefined)[];
}

export type Checks = Readonly<Record<string, CheckRecord>>;

export interface CheckStarted {
  readonly type: 'check.started';
  readonly check: string;
  readonly seed: number;
  /** Number of questions drawn. */
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

export type CheckEvent = CheckStarted | CheckAnswered | CheckFinished | CourseUpgraded;

/** Number of possible seeds of a draw. */
export const seeds = 2 ** 30;
/** Number of possible values of `CheckRecord.ended`. */
export const endings = 2 ** 12;

/** Records of checks and assessments, by id: that of the module, or `pre-test` or `final`. */
export const checks: Slice<Checks, CheckEvent> = {
  initial: {},
  acts: ['check.answered', 'check.finished'],
  isProgress: (records) => Object.keys(records).length > 0,
  reduce,
};

const untried: CheckRecord = { tries: [] };

function reduce(records: Checks, event: CheckEvent): Checks {
  if (event.type === 'course.upgraded')
    return Object.fromEntries(
      Object.entries(records).map(([id, check]) => [
        id,
        // Answers to questions that changed are meaningless; the scores of finished tries remain valid.
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
      // The score of a try without questions is NaN.
      if (!Number.isFinite(event.score)) return before;
      const tries = withTry(before.tries, Math.min(1, Math.max(0, event.score)));
      const last = before.open ?? before.last;
      if (event.check === 'final') return { tries, ...(last && { last }) };
      const ended = before.open ? before.open.seed % endings : before.ended;
      return { tries, ...(ended !== undefined && { ended }) };
    }
  }
}
