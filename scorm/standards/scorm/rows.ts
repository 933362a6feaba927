import type { Element, ScormCalls } from './calls.ts';
import type { Interaction, ObjectiveReport, Driver } from '../../../src/progress/driver.ts';

/** What the two standards call the elements of their rows. */
export interface RowNames {
  /** The last part of the element that tells whether an objective is passed. */
  readonly objectiveStatus: string;
  /** Whether ids of interactions can be read: in SCORM 1.2 they are written only (RTE 3.4.4). */
  readonly hasReadableIds: boolean;
  readonly toInteraction: (interaction: Interaction, row: number) => Element[];
  readonly toObjective: (objective: ObjectiveReport, row: number) => Element[];
}

/**
 * The rows of `cmi.interactions` and `cmi.objectives`, which both standards count without gaps.
 * @returns `report` of a driver that is open and may write
 */
export function scormRows(
  calls: ScormCalls,
  { objectiveStatus, hasReadableIds, toInteraction, toObjective }: RowNames,
): Driver['report'] {
  let rowCount: number | undefined;
  const objectives = new Map<string, { row: number; passed: boolean }>();
  const idIn = (row: number) => calls.get(`cmi.interactions.${row}.id`);

  /**
   * The row of an interaction among so many. Where an LMS lost the progress and kept the log, another
   * may stand in the row that is meant, and some LMSs refuse to change its id.
   */
  const rowOf = ({ id, row }: Interaction, count: number) => {
    const meant = Math.min(row, count);
    if (!hasReadableIds || meant === count || ['', id].includes(idIn(meant))) return meant;
    let found = 0;
    while (found < count && idIn(found) !== id) found++;
    return found;
  };

  return (what) => {
    if ('interaction' in what) {
      rowCount ??= Number(calls.get('cmi.interactions._count')) || 0;
      const row = rowOf(what.interaction, rowCount);
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
