import { numberIn, titleOf } from '../cells.ts';
import { rowsOf } from '../filled-form.ts';
import type { MakeResult, ResultSource } from './result.ts';
import type { ResultOf } from './result-definition.ts';

/** Costs of two alternatives at the same prices. */
export interface Costs {
  readonly today: number;
  readonly route: number;
  /** Bounds of the difference, route minus today, with each uncertain price at one end of its range. */
  readonly low: number;
  readonly high: number;
  /** The item whose price range changes the difference most; absent if every price is certain. */
  readonly mover?: string;
  /** Whether there is anything to sum: an item with a number and a price. */
  readonly hasPriced: boolean;
  /** Items with a number but no price, which the sums exclude. */
  readonly unpriced: readonly string[];
}

/**
 * Sums the costs of both alternatives. A missing number counts as zero. Prices vary independently, so the range is from
 * the best to the worst combination.
 */
export function costsOf(
  { today, route, price, most }: ResultOf<'costs'>,
  { table, work }: Pick<ResultSource, 'table' | 'work'>,
): Costs {
  const lines = rowsOf(table, work).flatMap((row) => {
    const numbers = [numberIn(row, today), numberIn(row, route)];
    if (numbers.every((number) => number === undefined)) return [];
    const [now = 0, then = 0] = numbers;
    const low = numberIn(row, price);
    return [{ item: titleOf(table, row), now, then, low, high: numberIn(row, most) ?? low }];
  });
  const priced = lines.flatMap(({ low, high, ...line }) =>
    low === undefined || high === undefined ? [] : [{ ...line, low, high }],
  );
  const sum = (of: (line: (typeof priced)[number]) => number) =>
    priced.reduce((all, line) => all + of(line), 0);
  const ends = ({ now, then, low, high }: (typeof priced)[number]) => [
    (then - now) * low,
    (then - now) * high,
  ];
  const moves = (line: (typeof priced)[number]) => {
    const [one = 0, other = 0] = ends(line);
    return Math.abs(other - one);
  };
  const [mover] = priced.filter((line) => moves(line) > 0).sort((a, b) => moves(b) - moves(a));
  return {
    today: sum(({ now, low }) => now * low),
    route: sum(({ then, low }) => then * low),
    low: sum((line) => Math.min(...ends(line))),
    high: sum((line) => Math.max(...ends(line))),
    ...(mover && { mover: mover.item }),
    hasPriced: priced.length > 0,
    unpriced: lines.filter(({ low }) => low === undefined).map(({ item }) => item),
  };
}

/** The result of kind `costs`: the sum of each alternative, and the items without a price. */
export const costs: MakeResult<'costs'> = (definition, source) => {
  const { today, route, low, high, mover, hasPriced, unpriced } = costsOf(definition, source);
  const { sentence } = source.words;
  const compared = route < today ? 'costs-less' : route > today ? 'costs-more' : 'costs-same';
  const items = [
    ...(hasPriced
      ? [
          sentence('costs-today', { sum: today }),
          sentence('costs-route', { sum: route }),
          sentence(compared, { sum: Math.abs(route - today) }),
        ]
      : [sentence('costs-none')]),
    ...(mover === undefined
      ? []
      : [sentence('costs-range', { low, high }), sentence('costs-mover', { item: mover })]),
    ...(unpriced.length === 0 ? [] : [sentence('costs-unpriced', { items: unpriced.join('; ') })]),
  ];
  return { blocks: [{ kind: 'list', items }] };
};
