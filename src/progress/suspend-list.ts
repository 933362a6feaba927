import { type DigitReader, itemAt, toDigits, width } from './digits.ts';

/** Positions of ids in a list, as digits, led by how many there are. Unknown ids are left out. */
export function listText(ids: readonly string[], known: readonly string[]): string {
  const positions = ids.map((id) => known.lastIndexOf(id)).filter((position) => position >= 0);
  const most = 64 ** width(known.length + 1) - 1;
  return [
    toDigits(Math.min(positions.length, most), width(known.length + 1)),
    ...positions.slice(0, most).map((position) => toDigits(position, width(known.length))),
  ].join('');
}

/** Reads what `listText` wrote. Throws `UnreadableError` where it is cut off or names no item. */
export function readList(reader: DigitReader, known: readonly string[]): string[] {
  const count = reader.number(width(known.length + 1));
  return Array.from({ length: count }, () => itemAt(known, reader.number(width(known.length))));
}
