/**
 * Reads a number as people write it: a decimal comma or a decimal point, a minus or a hyphen,
 * spaces between thousands, a percent sign behind it, Arabic-Indic digits.
 *
 * A comma or a point before exactly three digits ("1,000") is a thousand to some readers and one
 * to others, so it is refused rather than guessed at; "0.125" and "1000.125" are clear.
 * @returns the number in ASCII as SCORM takes it, such as `-12.5`: at most 15 characters, none of
 * them an exponent; undefined where it is no number, an unclear one, one of more than seven digits
 * before the point or of more than six behind it
 */
export function writtenNumber(text: string): string | undefined {
  const plain = text
    .replace(/\s/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace('\u2212', '-')
    .replace(/[,\u066b]/, '.')
    .replace(/[%\u066a]$/, '');
  const isUnclear = /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain);
  return !isUnclear && /^-?\d{1,7}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}
