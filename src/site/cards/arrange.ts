/** A part of a card, a heading with what stands below it, as the arrangement sees it. */
export interface CardPart {
  /** How high it stands in its column on paper, about, in millimetres. */
  readonly height: number;
  /** Whether it takes the width of the sheet. */
  readonly isWide: boolean;
}

/** Parts beside each other, in their order down the first column and then down the second. */
export interface CardRow<Part> {
  readonly first: readonly Part[];
  /** Empty where the row is one part of the width of the sheet. */
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

const heightOf = (rows: readonly CardRow<CardPart>[]) =>
  rows.reduce((all, { first, second }) => all + Math.max(sum(first), sum(second)), 0);

function rowsOf<Part extends CardPart>(parts: readonly Part[]): CardRow<Part>[] {
  const rows: CardRow<Part>[] = [];
  let narrow: Part[] = [];
  const close = () => {
    if (narrow.length > 0) rows.push(balanced(narrow));
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

/** The parts in two columns, as even as their order allows. */
function balanced<Part extends CardPart>(parts: readonly Part[]): CardRow<Part> {
  const ways = parts.map((_, index) => ({
    first: parts.slice(0, index + 1),
    second: parts.slice(index + 1),
  }));
  const highest = ({ first, second }: CardRow<Part>) => Math.max(sum(first), sum(second));
  const [best] = ways.toSorted((one, other) => highest(one) - highest(other));
  return best ?? { first: parts, second: [] };
}
