import type { Element, ScormCalls } from './scorm-calls.ts';
import type { Interaction, ObjectiveReport, Tracker } from './tracker.ts';

/** What the two standards call the elements of their rows. */
export interface RowNames {
  /** The last part of the element that tells whether an objective is passed. */
  readonly objectiveStatus: string;
  readonly toInteraction: (interaction: Interaction, row: number) => Element[];
  readonly toObjective: (objective: ObjectiveReport, row: number) => Element[];
}

/**
 * The rows of `cmi.interactions` and `cmi.objectives`, which both standards count without gaps.
 * @returns `report` of a tracker that is open and may write
 */
export function scormRows(
  calls: ScormCalls,
  { objectiveStatus, toInteraction, toObjective }: RowNames,
): Tracker['report'] {
  let rowCount: number | undefined;
  const objectives = new Map<string, { row: number; passed: boolean }>();

  return (what) => {
    if ('interaction' in what) {
      rowCount ??= Number(calls.get('cmi.interactions._count')) || 0;
      const row = Math.min(what.interaction.row, rowCount);
      calls.set(toInteraction(what.interaction, row));
      rowCount = Math.max(rowCount, row + 1);
      return;
    }
    const { objective } = what;
    if (objectives.size === 0) {
      // Rows may be there already: an LMS makes them of the objectives in a manifest.
      const count = Number(calls.get('cmi.objectives._count')) || 0;
      for (let row = 0; row < count; row++)
        objectives.set(calls.get(`cmi.objectives.${row}.id`), {
          row,
          passed: calls.get(`cmi.objectives.${row}.${objectiveStatus}`) === 'passed',
        });
    }
    const before = objectives.get(objective.id);
    if (before?.passed && objective.success === 'failed') return;
    const row = before?.row ?? objectives.size;
    calls.set(toObjective(objective, row));
    objectives.set(objective.id, { row, passed: objective.success === 'passed' });
  };
}
