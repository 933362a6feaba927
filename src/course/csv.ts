/** Content of a cell: a computed number, a text that a user typed, or nothing. */
export type Cell = string | number | undefined;

/**
 * A table as comma-separated values (RFC 4180), with CRLF after each line and quotation marks where they are required.
 * A byte order mark tells spreadsheet programs that it is UTF-8. A text that such a program would read as a formula
 * gets a leading apostrophe, which prevents formula injection.
 * @param head names of the columns
 * @param rows cells in the order of the columns
 */
export const csvFile = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;

function field(cell: Cell): string {
  if (cell === undefined) return '';
  const text =
    typeof cell === 'string'
      ? cell.replace(/^(?=[\s\0]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/, "'")
      : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
