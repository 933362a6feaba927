import { childrenOf, type XmlElement } from '../package/xml-tree.ts';

/**
 * An activity of SCORM 2004 (Sequencing and Navigation 2.1): an organization or an item, with its control modes,
 * delivery controls, rollup controls and primary objective. Sequencing rules, rollup rules and shared objectives are
 * not read.
 */
export interface Activity {
  readonly id: string;
  readonly title: string;
  readonly children: readonly Activity[];
  readonly sequencingControls: {
    readonly choice: boolean;
    readonly choiceExit: boolean;
    readonly flow: boolean;
    readonly forwardOnly: boolean;
    readonly rollupObjectiveSatisfied: boolean;
    readonly rollupProgressCompletion: boolean;
    readonly objectiveMeasureWeight: number;
  };
  readonly deliveryControls: {
    readonly tracked: boolean;
    readonly completionSetByContent: boolean;
    readonly objectiveSetByContent: boolean;
  };
  /** Pass mark, -1 to 1; absent unless the primary objective is satisfied by its measure. */
  readonly minNormalizedMeasure?: number;
}

/** The activity tree of an organization. Values that the manifest omits have the default of the standard (SN 3). */
export function activityTree(element: XmlElement): Activity {
  const sequencing = childrenOf(element, 'sequencing')[0];
  const [control, rollup, delivery] = ['controlMode', 'rollupRules', 'deliveryControls'].map(
    (name) => childrenOf(sequencing, name)[0],
  );
  const primary = childrenOf(childrenOf(sequencing, 'objectives')[0], 'primaryObjective')[0];
  const measure = childrenOf(primary, 'minNormalizedMeasure')[0]?.text.trim();
  return {
    id: element.attributes.get('identifier')?.trim() ?? '',
    title: childrenOf(element, 'title')[0]?.text.trim() ?? '',
    children: childrenOf(element, 'item').map(activityTree),
    sequencingControls: {
      choice: isTrue(control, 'choice', true),
      choiceExit: isTrue(control, 'choiceExit', true),
      flow: isTrue(control, 'flow', false),
      forwardOnly: isTrue(control, 'forwardOnly', false),
      rollupObjectiveSatisfied: isTrue(rollup, 'rollupObjectiveSatisfied', true),
      rollupProgressCompletion: isTrue(rollup, 'rollupProgressCompletion', true),
      objectiveMeasureWeight: Number(rollup?.attributes.get('objectiveMeasureWeight') ?? 1),
    },
    deliveryControls: {
      tracked: isTrue(delivery, 'tracked', true),
      completionSetByContent: isTrue(delivery, 'completionSetByContent', false),
      objectiveSetByContent: isTrue(delivery, 'objectiveSetByContent', false),
    },
    ...(isTrue(primary, 'satisfiedByMeasure', false) && {
      // 1.0 if the element is omitted (SN 3.10.2).
      minNormalizedMeasure: measure ? Number(measure) : 1,
    }),
  };
}

const isTrue = (of: XmlElement | undefined, name: string, otherwise: boolean) =>
  (of?.attributes.get(name) ?? String(otherwise)).trim() === 'true';
