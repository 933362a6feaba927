import type { Diagnostic } from './diagnostics/diagnostic.ts';

/**
 * The text of a file as authors' editors save it, with one kind of line ending.
 * @param bytes of the file
 * @param file path below `content/`, for the faults
 * @returns no text where the bytes are none; a text with a fault where it can be read all the same
 */
export function textOf(bytes: Uint8Array, file: string): { text?: string; faults: Diagnostic[] } {
  const fault = (field: string, message: string): Diagnostic => ({
    file,
    field,
    message,
    suggestion: 'Save the file as UTF-8, without a byte order mark (BOM).',
  });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { faults: [fault('(the whole file)', 'It is saved as UTF-16.')] };
  const text = new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
  const faults: Diagnostic[] = [];
  // Other readers of the file, such as the build of pages, do not skip the mark.
  if (first === 0xef && second === 0xbb)
    faults.push(fault('line 1', 'It begins with a byte order mark, which no editor shows.'));
  text.split('\n').forEach((line, index) => {
    const at = line.indexOf('\ufffd');
    if (at >= 0)
      faults.push(
        fault(
          `line ${index + 1}`,
          `"${line.slice(Math.max(0, at - 15), at + 15).trim()}" holds a letter that cannot be read.`,
        ),
      );
  });
  return { text, faults };
}
