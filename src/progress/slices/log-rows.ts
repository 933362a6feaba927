import type { Digit } from '../../codec/mixed-radix.ts';
import { evaluationPrefix, rowLimit } from '../log.ts';
import { stringsOf } from './json.ts';
import type { Slice } from './slice.ts';

/** A row whose item the course no longer has. The LMS still has it, so its number stays taken. */
const REMOVED_ROW = '~';

/** A row was written for an interaction, if it had none. */
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
  // Rows are numbers in the log of one LMS: those of another place mean nothing there.
  merge: (one) => one,
  migrate(rows, { logIds }) {
    const known = new Set(logIds);
    return { state: rows.map((row) => (known.has(row) ? row : REMOVED_ROW)), lost: [] };
  },
  parts: ({ logIds }) => [
    {
      key: 'log',
      name: { part: 'log' },
      survivesDamage: true,
      // How many ids there are, because more slices may bring more; then each row by its position
      // among those that have no row yet, counted from 2: 1 is a removed row, 0 the end.
      write(rows) {
        if (rows.length === 0) return [];
        const left = [...logIds];
        const digits = rows.map((row): Digit => {
          const [position, radix] = [left.indexOf(row), left.length + 2];
          if (position >= 0) left.splice(position, 1);
          return [position + 2, radix];
        });
        return [[logIds.length, mostIds], ...digits, [0, left.length + 2]];
      },
      read(reader) {
        const count = reader.take(mostIds);
        const left = Array.from({ length: count }, (_, index) => logIds[index] ?? REMOVED_ROW);
        const rows: string[] = [];
        for (;;) {
          const position = reader.take(left.length + 2);
          if (position === 0) return rows;
          rows.push(...(position === 1 ? [REMOVED_ROW] : left.splice(position - 2, 1)));
        }
      },
    },
  ],
  widest(course) {
    const { logIds } = course;
    const isAside = (id: string) => id.startsWith(evaluationPrefix);
    return [
      ...logIds.filter((id) => !isAside(id)).slice(-rowLimit(course)),
      ...logIds.filter(isAside),
    ];
  },
  fromJson: stringsOf,
  logIds: ({ evaluation = [] }) => evaluation.map((name) => evaluationPrefix + name),
};

const mostIds = 4096;
