/** A part of a card, that is a heading with the content below it, as input of the layout. */
export interface CardPart {
  /** Approximate height in its column on paper, in millimetres. */
  readonly height: number;
  /** Approximate height across both columns, in millimetres; absent if its lines would be too long to read. */
  readonly across?: number | undefined;
  /** Whether it spans the width of the sheet. */
  readonly isWide: boolean;
}

/** Parts in two columns, ordered down the first column and then down the second. */
export interface CardRow<Part> {
  readonly first: readonly Part[];
  /** Parts of the second column; empty if the row is one part across the sheet. */
  readonly second: readonly Part[];
}

/**
 * Arranges the parts of a card in the two halves of a sheet, so that no part crosses a fold: the sheet folds between
 * the halves, and then between the columns. The order of the parts is kept.
 * @param head height of the content above the parts of the first half, in millimetres
 * @param foot height of the content below those of the second half
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

/** Extra height allowed for even columns, a line or two, in millimetres. */
const slack = 7;

/** Arranges parts in two columns; the last part spans both if one column would end far below the other. */
function balanced<Part extends CardPart>(parts: readonly Part[]): CardRow<Part>[] {
  const beside = [inColumns(parts)];
  const last = parts.at(-1);
  if (last?.across === undefined || parts.length < 3) return beside;
  const below = [inColumns(parts.slice(0, -1)), { first: [last], second: [] }];
  return heightOf(below) < heightOf(beside) + slack ? below : beside;
}

/** Arranges parts in two columns, as even as their order allows. */
function inColumns<Part extends CardPart>(parts: readonly Part[]): CardRow<Part> {
  const ways = parts.map((_, index) => ({
    first: parts.slice(0, index + 1),
    second: parts.slice(index + 1),
  }));
  const highest = ({ first, second }: CardRow<Part>) => Math.max(sum(first), sum(second));
  const [best] = ways.toSorted((one, other) => highest(one) - highest(other));
  return best ?? { first: parts, second: [] };
}
