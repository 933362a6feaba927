import type { Attempt } from './attempt.ts';
import { isExhausted } from '../course/assessment.ts';
import { bestTry, isPass } from '../course/completion.ts';
import type { Track } from '../course/track.ts';

/** Requirements of a track, as far as a page shows them. */
export interface TrackWay {
  /** Core lessons, in the order of the course. */
  readonly lessons: readonly { readonly id: string; readonly minutes: number }[];
  /** Every case that stands at a stage. */
  readonly cases: readonly {
    readonly id: string;
    readonly stage: string;
    readonly minutes: number;
  }[];
  /**
   * Ids of lessons and cases in the order in which the track leads through them; where none is given the lessons come
   * first, then the cases.
   */
  readonly way?: readonly string[];
  /** Number of cases that count: one of each stage, or one alone. */
  readonly rule: Track['cases'];
  /** Number of questions of the final, at a minute each; 0 where there is no final. */
  readonly questions: number;
  /** Most tries of the final; absent where tries are unlimited. */
  readonly tries?: number | undefined;
}

/** Progress of a learner on a track. */
export interface TrackProgress {
  readonly lessons: Part;
  /** Stages with a finished case, or the one case that is asked for. */
  readonly cases: Part;
  /** Whether the final is passed; true where there is none. */
  readonly passed: boolean;
  /** Whole minutes of what is left; at the start those of the track (`trackMinutes`). */
  readonly minutes: number;
  /** Id of what comes next: a core lesson, a case that is still asked for, or the final. */
  readonly next?: string;
}

interface Part {
  readonly done: number;
  readonly of: number;
}

/**
 * Progress on a track: what is done, what is left and how long that takes. Agrees with `courseStatus`:
 * nothing is left exactly when a course that asks for its track and the final is complete.
 * @param masteryScore score that passes the final, scaled, 0 to 1
 */
export function trackProgress(
  attempt: Attempt,
  { lessons, cases, way = [], rule, questions, tries }: TrackWay,
  masteryScore: number,
): TrackProgress {
  const unread = lessons.filter(({ id }) => !attempt.viewed.includes(id));
  const stages = new Set(cases.map(({ stage }) => (rule === 'one' ? undefined : stage)));
  const groups = [...stages].map((groupStage) =>
    cases.filter(({ stage }) => groupStage === undefined || stage === groupStage),
  );
  const open = groups.filter(
    (group) => !group.some(({ id }) => attempt.cases[id]?.finished === true),
  );
  const passed = questions === 0 || isPass(bestTry(attempt, 'final'), masteryScore);
  // A final that may not be tried again is over, passed or not.
  const isOver =
    passed || isExhausted({ assessment: { tries } }, attempt.checks['final']?.tries.length ?? 0);
  const left = [...unread, ...open.flat()].map(({ id }) => id);
  const next = [...way, ...left].find((id) => left.includes(id)) ?? (isOver ? undefined : 'final');
  return {
    lessons: { done: lessons.length - unread.length, of: lessons.length },
    cases: { done: groups.length - open.length, of: groups.length },
    passed,
    minutes:
      sum(unread.map(({ minutes }) => minutes)) +
      // Which case it will be is the learner's choice; the longest never promises too little.
      sum(open.map((group) => Math.max(...group.map(({ minutes }) => minutes)))) +
      (isOver ? 0 : questions),
    ...(next !== undefined && { next }),
  };
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
