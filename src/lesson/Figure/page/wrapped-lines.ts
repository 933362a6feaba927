/**
 * Breaks a text into lines. A word that is wider than a line has a line of its own.
 * @param width of a line, in the unit of `measure`
 * @param measure width of a piece of text
 */
export function wrappedLines(
  text: string,
  width: number,
  measure: (words: string) => number,
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
