import {
  type Digit,
  itemAt,
  type MixedRadixReader,
  UnreadableError,
} from '../../../codec/mixed-radix.ts';
import { evaluationPrefix } from '../../log.ts';
import type { InteractionReported } from '../log-rows.ts';
import type { SliceCourse, StoredSlice } from './stored-slice.ts';

/** Stands for a row whose item was removed from the course. The LMS still has the row, so its number is taken. */
export const REMOVED_ROW = '~';

/** Stored as positions among the ids of all possible log rows. */
export const storedLogRows: StoredSlice<readonly string[], InteractionReported> = {
  parts: ({ logIds }) => [
    {
      key: 'log',
      name: { part: 'log' },
      survivesDamage: true,
      write: (rows) => (rows.length === 0 ? [] : rowDigits(rows, logIds)),
      read: (reader) => readRows(reader, logIds),
    },
  ],
  logIds: ({ evaluation }) =>
    evaluation ? [evaluation.map((name) => evaluationPrefix + name)] : [],
};

/** Maximum number of groups: one for each case and check, and one for the evaluation. */
export const mostGroups = 256;
const [atEnd, removed, firstGroup] = [0, 1, 2];

/**
 * Encodes the number of groups, because a later release may have more, then each row: its group, counted from 2, and
 * its position among the ids of the group that have no row yet. 1 is a removed row, and 0 terminates the list.
 */
function rowDigits(rows: readonly string[], groups: SliceCourse['logIds']): Digit[] {
  const left = groups.map((ids) => [...ids]);
  const radix = groups.length + firstGroup;
  const digits = rows.flatMap((row): Digit[] => {
    const index = left.findIndex((ids) => ids.includes(row));
    const ids = left[index];
    if (ids === undefined) return [[removed, radix]];
    const place: Digit = [ids.indexOf(row), ids.length];
    ids.splice(place[0], 1);
    return [[index + firstGroup, radix], place];
  });
  return [[groups.length, mostGroups], ...digits, [atEnd, radix]];
}

/** Decodes the digits of `rowDigits`. @throws UnreadableError */
function readRows(reader: MixedRadixReader, groups: SliceCourse['logIds']): string[] {
  const left = groups.map((ids) => [...ids]);
  const radix = reader.take(mostGroups) + firstGroup;
  const rows: string[] = [];
  for (;;) {
    const group = reader.take(radix);
    if (group === atEnd) return rows;
    const ids = group === removed ? [REMOVED_ROW] : itemAt(left, group - firstGroup);
    if (ids.length === 0) throw new UnreadableError('names a group that is used up');
    rows.push(...ids.splice(group === removed ? 0 : reader.take(ids.length), 1));
  }
}
