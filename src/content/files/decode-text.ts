import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * The text of a file as editors save it, with `\n` as its only line ending.
 * @param bytes of the file
 * @param file path below the content folder, for the diagnostics
 * @returns no text if the bytes are not UTF-8; text and diagnostics if it is readable in spite of them
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): { text?: string; diagnostics: Diagnostic[] } {
  const encoding = (message: string, line?: number): Diagnostic => ({
    rule: 'encoding',
    file,
    line,
    message,
    suggestion: 'Save the file as UTF-8, without a byte order mark (BOM).',
  });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { diagnostics: [encoding('The file is saved as UTF-16.')] };
  const text = new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
  const diagnostics: Diagnostic[] = [];
  // Astro's own reader of MDX does not skip the mark.
  if (first === 0xef && second === 0xbb)
    diagnostics.push(encoding('The file begins with a byte order mark, which no editor shows.', 1));
  text.split('\n').forEach((line, index) => {
    const at = line.indexOf('\ufffd');
    if (at >= 0)
      diagnostics.push(
        encoding(
          `"${line.slice(Math.max(0, at - 15), at + 15).trim()}" contains a character that is not UTF-8.`,
          index + 1,
        ),
      );
  });
  return { text, diagnostics };
}
