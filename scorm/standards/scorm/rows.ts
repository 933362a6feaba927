import type { Interaction, ObjectiveReport } from '../../../src/progress/driver.ts';
import type { Element, ScormCalls } from './calls.ts';

/** Rules for the elements of rows that differ between the two standards. */
export interface RowRules {
  /** Whether ids of interactions can be read: in SCORM 1.2 they are written only (RTE 3.4.4). */
  readonly hasReadableIds: boolean;
  readonly toInteraction: (interaction: Interaction, row: number) => Element[];
  readonly toObjective: (objective: ObjectiveReport, row: number) => Element[];
  /** Last segment of the element for the success of an objective. */
  readonly objectiveStatus: string;
}

/** Largest plausible row count, more than any course logs; a larger `_count` is ignored as wrong. */
const mostRows = 2000;

const interactionCount = 'cmi.interactions._count';

/** The rows of `cmi.interactions` and `cmi.objectives`, which both standards count without gaps. */
export interface ScormRows {
  /** Number of interactions in the LMS; undefined if it does not report one. Read once. */
  count(): number | undefined;
  /** Writes an interaction to its row. @throws TrackingError */
  interaction(interaction: Interaction): void;
  /** Writes an objective to its row; one that is passed stays passed. @throws TrackingError */
  objective(objective: ObjectiveReport): void;
}

/** The rows of interactions and objectives in an LMS. @param rules rules of the standard for rows */
export function scormRows(calls: ScormCalls, rules: RowRules): ScormRows {
  let interactions: number | undefined;
  let isCounted = false;
  let objectives: Map<string, { row: number; passed: boolean }> | undefined;

  const number = (element: string): number | undefined => {
    const text = calls.read(element) ?? '';
    const said = /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
    return said !== undefined && said <= mostRows ? said : undefined;
  };
  const count = () => {
    if (!isCounted) interactions = number(interactionCount);
    isCounted = true;
    return interactions;
  };

  const idIn = (row: number) => calls.read(`cmi.interactions.${row}.id`) ?? '';

  /**
   * The row of an interaction. Readable ids decide, because an LMS may have lost the progress with its row
   * numbers but kept the log; otherwise the session assigns unique row numbers (`Launch.rows`).
   */
  const rowOf = ({ id, row }: Interaction): number => {
    const all = count();
    if (!rules.hasReadableIds || all === undefined || (row < all && idIn(row) === id)) return row;
    for (let other = 0; other < all; other++) if (idIn(other) === id) return other;
    return all;
  };

  /** Rows may already exist, from an earlier session or from the objectives in a manifest. */
  const readObjectives = () => {
    const objectiveRows = new Map<string, { row: number; passed: boolean }>();
    const all = number('cmi.objectives._count') ?? 0;
    for (let row = 0; row < all; row++) {
      const id = calls.read(`cmi.objectives.${row}.id`) ?? '';
      const status = calls.read(`cmi.objectives.${row}.${rules.objectiveStatus}`);
      objectiveRows.set(id || String(row), { row, passed: status === 'passed' });
    }
    return objectiveRows;
  };

  return {
    count,
    interaction(interaction) {
      const row = rowOf(interaction);
      calls.set(rules.toInteraction(interaction, row));
      interactions = Math.max(interactions ?? 0, row + 1);
    },
    objective(objective) {
      objectives ??= readObjectives();
      const before = objectives.get(objective.id);
      if (before?.passed && objective.success === 'failed') return;
      const row = before?.row ?? objectives.size;
      try {
        calls.set(rules.toObjective(objective, row));
      } catch (error) {
        // The rows may have been misread, so they are read again next time.
        objectives = undefined;
        throw error;
      }
      objectives.set(objective.id, { row, passed: objective.success === 'passed' });
    },
  };
}
