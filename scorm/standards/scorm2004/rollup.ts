import { Scorm2004API } from 'scorm-again';
import type { Activity } from '../../preview/activity-tree.ts';
import type { Elements } from '../standard.ts';

type Settings = NonNullable<ConstructorParameters<typeof Scorm2004API>[0]>;
type ActivitySettings = NonNullable<NonNullable<Settings['sequencing']>['activityTree']>;

/** State of an activity (SN 4.2): its own, or rolled up from its descendants. */
export interface ActivityState {
  readonly id: string;
  readonly title: string;
  /** Depth in the tree; 0 for the organization. */
  readonly depth: number;
  readonly completion: string;
  readonly isSatisfied: boolean;
  /** Normalized measure, -1 to 1; undefined if there is none. */
  readonly measure?: number;
}

/** Result of sequencing on the stored attempts of a platform. */
export interface Sequenced {
  /** Every activity, each before its descendants. */
  readonly states: readonly ActivityState[];
  /** Whether a learner may choose an activity now (SN 4.7, choice). Does not change any state. */
  readonly mayChoose: (id: string) => boolean;
}

/**
 * Runs sequencing for an activity tree with scorm-again: chooses each attempt and replays its final data, so
 * that the status of the course is rolled up from all of them (SN 4.6).
 * @param kept the last stored data model of each launched activity, by id
 */
export function sequenced(tree: Activity, kept: Readonly<Record<string, Elements>>): Sequenced {
  const api = new Scorm2004API({
    autocommit: false,
    logLevel: 'NONE',
    sequencing: { activityTree: activitySettings(tree) },
  });
  for (const [id, elements] of Object.entries(kept)) {
    if (!api.processNavigationRequest('choice', id)) continue;
    api.loadFromFlattenedJSON({ ...elements });
    api.lmsInitialize('');
    api.lmsFinish('');
    api.reset();
  }
  const root = () => (api.getSequencingState() as { rootActivity: Rolled }).rootActivity;
  const states = [...statesOf(root(), 0)];
  return {
    states,
    mayChoose: (id) => api.processNavigationRequest('choice', id),
  };
}

/** State of an activity in scorm-again. */
interface Rolled {
  readonly id: string;
  readonly title: string;
  readonly children: readonly Rolled[];
  readonly completionStatus: string;
  readonly objectiveSatisfiedStatus: boolean;
  readonly objectiveMeasureStatus: boolean;
  readonly objectiveNormalizedMeasure: number;
}

function* statesOf(activity: Rolled, depth: number): Generator<ActivityState> {
  const { id, title, completionStatus, objectiveSatisfiedStatus } = activity;
  yield {
    ...{ id, title, depth, completion: completionStatus, isSatisfied: objectiveSatisfiedStatus },
    // Rounds away the floating-point error of a weighted sum.
    ...(activity.objectiveMeasureStatus && {
      measure: Math.round(activity.objectiveNormalizedMeasure * 10_000) / 10_000,
    }),
  };
  for (const child of activity.children) yield* statesOf(child, depth + 1);
}

/** An activity tree in the form that scorm-again accepts. */
export function activitySettings({
  children,
  minNormalizedMeasure,
  ...own
}: Activity): ActivitySettings {
  return {
    ...own,
    children: children.map(activitySettings),
    ...(minNormalizedMeasure !== undefined && {
      primaryObjective: {
        objectiveID: `${own.id}.primary`,
        isPrimary: true,
        satisfiedByMeasure: true,
        minNormalizedMeasure,
      },
    }),
  };
}
