/**
 * Reads a number as people write it: a decimal comma or a decimal point, a minus or a hyphen,
 * spaces between thousands, Arabic-Indic digits.
 *
 * A comma or a point before exactly three digits ("1,000") is a thousand to some readers and one
 * to others, so it is refused rather than guessed at.
 * @returns the number in ASCII as SCORM takes it, such as `-12.5`: at most 15 characters, none of
 * them an exponent; undefined where it is no number, an unclear one or one beyond seven digits
 */
export function writtenNumber(text: string): string | undefined {
  const plain = text
    .replace(/\s/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace('\u2212', '-')
    .replace(/[,\u066b]/, '.');
  return /^-?(\d{1,7}(\.(\d{1,2}|\d{4,6}))?|0\.\d{3})$/.test(plain) ? plain : undefined;
}
