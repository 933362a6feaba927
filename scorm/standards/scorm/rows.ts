import type { Interaction, ObjectiveReport } from '../../../src/progress/driver.ts';
import type { Element, ScormCalls } from './calls.ts';

/** Rules for the elements of rows that differ between the two standards. */
export interface RowRules {
  /** Whether ids of interactions can be read: in SCORM 1.2 they are written only (RTE 3.4.4). */
  readonly hasReadableIds: boolean;
  readonly toInteraction: (interaction: Interaction, row: number) => Element[];
  readonly toObjective: (objective: ObjectiveReport, row: number) => Element[];
  /** The last part of the element that tells whether an objective is passed. */
  readonly objectiveStatus: string;
}

/** Most rows that are believed, more than any log of a course: an LMS that says more has not counted them. */
const mostRows = 2000;

const interactionCount = 'cmi.interactions._count';

/** The rows of `cmi.interactions` and `cmi.objectives`, which both standards count without gaps. */
export interface ScormRows {
  /** Number of interactions that the LMS has; undefined where it does not say. Counted once. */
  count(): number | undefined;
  /** Writes an interaction to its row. @throws TrackingError */
  interaction(interaction: Interaction): void;
  /** Writes an objective to its row; one that is passed stays passed. @throws TrackingError */
  objective(objective: ObjectiveReport): void;
}

/** The rows of interactions and objectives in an LMS. @param rules what the standard says of them */
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
   * The row of an interaction. Where ids can be read they decide, because an LMS may have lost the
   * progress, and with it the numbers, and kept the log; else the session numbers its rows so that no
   * two share one (`Launch.rows`).
   */
  const rowOf = ({ id, row }: Interaction): number => {
    const all = count();
    if (!rules.hasReadableIds || all === undefined || (row < all && idIn(row) === id)) return row;
    for (let other = 0; other < all; other++) if (idIn(other) === id) return other;
    return all;
  };

  /** Rows may be there already: of an earlier session, or made of the objectives in a manifest. */
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
        // The rows may have been misread; the next time they are read anew.
        objectives = undefined;
        throw error;
      }
      objectives.set(objective.id, { row, passed: objective.success === 'passed' });
    },
  };
}
