import type { Slice } from './slice.ts';

/** An interaction was reported to the LMS; it gets a row unless it has one. */
export interface InteractionReported {
  readonly type: 'interaction.reported';
  readonly interaction: string;
}

/** Ids of interactions in the order in which they were first reported; the index is the row in the LMS. */
export const logRows: Slice<readonly string[], InteractionReported> = {
  initial: [],
  reduce: (rows, event) =>
    event.type !== 'interaction.reported' || rows.includes(event.interaction)
      ? rows
      : [...rows, event.interaction],
};
