import { type Slice, union } from './slice.ts';

/** A decision of the learner, as `scene.choice`. */
export type Step = `${string}.${string}`;

export interface CaseRecord {
  /**
   * The decisions that count: the first one in each scene, in the order taken, until the learner first reached an
   * ending. If the learner did not go back before that, this is the path of the first run.
   */
  readonly first: readonly Step[];
  /** Steps of the current or last run, from the start of the case. */
  readonly run: readonly Step[];
  /** Whether the learner ever reached an ending; after that `first` does not change. */
  readonly finished: boolean;
  /** Ids of the endings seen in any run. */
  readonly endings: readonly string[];
}

export type Cases = Readonly<Record<string, CaseRecord>>;

export interface CaseChosen {
  readonly type: 'case.chosen';
  readonly case: string;
  readonly scene: string;
  readonly choice: string;
  /** Id of the ending that the choice leads to. */
  readonly ended?: string;
}

/** The learner went back to an earlier scene, restarted the case, or undid that. */
export interface CaseMoved {
  readonly type: 'case.moved';
  readonly case: string;
  /** The run from now on, from the start of the case; empty after a restart. */
  readonly run: readonly Step[];
}

export type CaseEvent = CaseChosen | CaseMoved;

const fresh: CaseRecord = { first: [], run: [], finished: false, endings: [] };

/** Id of the scene of a step. */
export const sceneOf = (step: string): string => step.slice(0, step.indexOf('.'));

/** Decisions in cases, by the id of the case. */
export const cases: Slice<Cases, CaseEvent> = {
  initial: {},
  acts: ['case.chosen'],
  isProgress: (records) => Object.keys(records).length > 0,
  reduce(records, event) {
    if (event.type === 'case.chosen')
      return { ...records, [event.case]: decided(records[event.case] ?? fresh, event) };
    if (event.type === 'case.moved') {
      const before = records[event.case] ?? fresh;
      return { ...records, [event.case]: { ...before, run: event.run } };
    }
    return records;
  },
};

function decided(before: CaseRecord, { scene, choice, ended }: CaseChosen): CaseRecord {
  const step: Step = `${scene}.${choice}`;
  const isKnown = before.first.some((first) => sceneOf(first) === scene);
  return {
    first: before.finished || isKnown ? before.first : [...before.first, step],
    run: [...before.run, step],
    finished: before.finished || ended !== undefined,
    endings: ended === undefined ? before.endings : union(before.endings, [ended]),
  };
}
