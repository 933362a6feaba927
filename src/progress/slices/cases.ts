import { type Slice, union } from './slice.ts';

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

export type Cases = Readonly<Record<string, CaseRecord>>;

export interface CaseChosen {
  readonly type: 'case.chosen';
  readonly case: string;
  readonly scene: string;
  readonly choice: string;
  /** Id of the ending that the choice leads to. */
  readonly ended?: string;
}

/** The run is another: cut back to an earlier situation, or again what it was before it was cut back. */
export interface CaseMoved {
  readonly type: 'case.moved';
  readonly case: string;
  /** Every choice from the start of the case; none starts it afresh. */
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
