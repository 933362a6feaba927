/** Result of one part of the bench. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Notes that a reader needs to read the numbers; a sentence each. */
  readonly notes?: readonly string[];
}

/** A table as Markdown that is aligned, so that it reads as well in a terminal. */
export function tableText({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  // The first column names things; all others hold numbers.
  const line = (cells: readonly string[]) =>
    `| ${widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join(' | ')} |`;
  const rule = widths.map((width, column) => `-${'-'.repeat(width)}${column === 0 ? '-' : ':'}`);
  return [
    `## ${title}`,
    '',
    line(head),
    `|${rule.join('|')}|`,
    ...rows.map(line),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}

/** Bytes as kilobytes of 1,024, such as `12.3`. */
export const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

/** A whole number with separators, such as `16,383`. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Quotient of two values, such as `1.25`. */
export const times = (value: number, other: number): string =>
  other === 0 ? '-' : (value / other).toFixed(2);

/** The middle of a list; the lower of the two middles where their number is even. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
