/** A part of a card, a heading with what stands below it, as the arrangement sees it. */
export interface CardPart {
  /** Approximate height in its column on paper, in millimetres. */
  readonly height: number;
  /** The same across both columns; absent where its lines would be too long to read. */
  readonly across?: number | undefined;
  /** Whether it takes the width of the sheet. */
  readonly isWide: boolean;
}

/** Parts beside each other, in their order down the first column and then down the second. */
export interface CardRow<Part> {
  readonly first: readonly Part[];
  /** Parts of the second column; empty where the row is one part of the width of the sheet. */
  readonly second: readonly Part[];
}

/**
 * Arranges the parts of a card in the two halves of a sheet, so that no part stands across a fold: the
 * sheet folds between the halves, and then between the columns. The order of the parts is kept.
 * @param head height of what stands above the parts of the first half, in millimetres
 * @param foot height of what stands below those of the second
 */
export function arrange<Part extends CardPart>(
  parts: readonly Part[],
  { head, foot }: { head: number; foot: number },
): [top: CardRow<Part>[], bottom: CardRow<Part>[]] {
  const ways = Array.from({ length: parts.length }, (_, index) => {
    const top = rowsOf(parts.slice(0, index + 1));
    const bottom = rowsOf(parts.slice(index + 1));
    return { top, bottom, most: Math.max(head + heightOf(top), heightOf(bottom) + foot) };
  });
  const [best] = ways.toSorted((one, other) => one.most - other.most);
  return best === undefined ? [[], []] : [best.top, best.bottom];
}

const sum = (parts: readonly CardPart[]) => parts.reduce((all, { height }) => all + height, 0);

/** Whether the row is one part across both columns. */
export const isAcross = ({ first, second }: CardRow<CardPart>) =>
  second.length === 0 && first.every(({ isWide, across }) => isWide || across !== undefined);

const rowHeight = (row: CardRow<CardPart>) =>
  isAcross(row)
    ? row.first.reduce((all, { height, across }) => all + (across ?? height), 0)
    : Math.max(sum(row.first), sum(row.second));

const heightOf = (rows: readonly CardRow<CardPart>[]) =>
  rows.reduce((all, row) => all + rowHeight(row), 0);

function rowsOf<Part extends CardPart>(parts: readonly Part[]): CardRow<Part>[] {
  const rows: CardRow<Part>[] = [];
  let narrow: Part[] = [];
  const close = () => {
    if (narrow.length > 0) rows.push(...balanced(narrow));
    narrow = [];
  };
  for (const part of parts) {
    if (!part.isWide) narrow.push(part);
    else {
      close();
      rows.push({ first: [part], second: [] });
    }
  }
  close();
  return rows;
}

/** Height that even columns may take more, a line or two, in millimetres. */
const slack = 7;

/** The parts in two columns, the last of them across both where one column would stand far below the other. */
function balanced<Part extends CardPart>(parts: readonly Part[]): CardRow<Part>[] {
  const beside = [inColumns(parts)];
  const last = parts.at(-1);
  if (last?.across === undefined || parts.length < 3) return beside;
  const below = [inColumns(parts.slice(0, -1)), { first: [last], second: [] }];
  return heightOf(below) < heightOf(beside) + slack ? below : beside;
}

/** The parts in two columns, as even as their order allows. */
function inColumns<Part extends CardPart>(parts: readonly Part[]): CardRow<Part> {
  const ways = parts.map((_, index) => ({
    first: parts.slice(0, index + 1),
    second: parts.slice(index + 1),
  }));
  const highest = ({ first, second }: CardRow<Part>) => Math.max(sum(first), sum(second));
  const [best] = ways.toSorted((one, other) => highest(one) - highest(other));
  return best ?? { first: parts, second: [] };
}
