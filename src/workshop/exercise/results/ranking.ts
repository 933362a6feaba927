import { titleOf } from '../cells.ts';
import type { FormTable } from '../exercise-form.ts';
import { type FilledSheet, rowsOf } from '../filled-form.ts';
import type { MakeResult } from './result.ts';

/** Ranks that groups gave one row. */
export interface RankedRow {
  readonly title: string;
  /** Ranks from 1, by group; undefined if a group does not have the row. */
  readonly places: readonly (number | undefined)[];
  readonly mean: number;
}

/** The ranks that groups gave, sorted by their means. Rows with the same title count as the same row. */
export function placesIn(table: FormTable, sheets: readonly FilledSheet[]): RankedRow[] {
  const orders = sheets.map((sheet) =>
    rowsOf(table, sheet)
      .map((row) => titleOf(table, row).trim())
      .filter((title) => title !== ''),
  );
  return [...new Set(orders.flat())]
    .map((title): RankedRow => {
      const places = orders.map((order) => {
        const place = order.indexOf(title);
        return place < 0 ? undefined : place + 1;
      });
      const placed = places.filter((place) => place !== undefined);
      return { title, places, mean: placed.reduce((sum, each) => sum + each, 0) / placed.length };
    })
    .sort((one, other) => one.mean - other.mean);
}

/**
 * Coefficient of concordance of the rows that every group ranked (M. G. Kendall and B. Babington Smith, The problem
 * of m rankings, Annals of Mathematical Statistics 10 (1939), 275-287): 0 where groups do not agree at all, 1 where
 * their order is the same.
 * @returns undefined for fewer than three groups or two rows, for which it is meaningless
 */
export function concordance(rows: readonly RankedRow[]): number | undefined {
  const common = rows.filter(({ places }) => places.every((place) => place !== undefined));
  const groups = common[0]?.places.length ?? 0;
  if (groups < 3 || common.length < 2) return undefined;
  // Ranks among the common rows only, because a row of a single group shifts the others.
  const sums = common.map(({ places }) =>
    places.reduce<number>(
      (sum, place, group) =>
        sum + common.filter((each) => Number(each.places[group]) <= Number(place)).length,
      0,
    ),
  );
  const mean = (groups * (common.length + 1)) / 2;
  const spread = sums.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return (12 * spread) / (groups ** 2 * (common.length ** 3 - common.length));
}

/** The result of kind `ranking`: the mean place of each row over the groups, and how far they agree. */
export const ranking: MakeResult<'ranking'> = (_, { table, work, words }) => {
  const sheets = work.groups.filter(({ rows }) => rows.some((row) => row.table === table.id));
  if (sheets.length === 0)
    return { blocks: [{ kind: 'text', text: words.sentence('ranking-none') }] };
  const rows = placesIn(table, sheets);
  const agreement = concordance(rows);
  return {
    blocks: [
      {
        kind: 'table',
        head: [
          table.columns[0]?.title ?? '',
          ...sheets.map(
            ({ group }, place) => group || words.sentence('group', { number: place + 1 }),
          ),
          words.sentence('ranking-mean'),
        ],
        rows: rows.map(({ title, places, mean }) => [
          title,
          ...places.map((place) => (place === undefined ? '' : words.number(place))),
          words.number(Math.round(mean * 10) / 10),
        ]),
      },
      ...(agreement === undefined
        ? []
        : [
            {
              kind: 'text' as const,
              text: words.sentence('ranking-agreement', {
                value: Math.round(agreement * 100) / 100,
              }),
            },
          ]),
    ],
  };
};
