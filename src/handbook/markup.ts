/**
 * Text as it stands in XML and HTML alike, in an element or between double quotes.
 * @throws RangeError where it holds a character that XML 1.0 cannot carry (section 2.2)
 */
export function escapeXml(text: string): string {
  const foreign = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
  if (foreign)
    throw new RangeError(
      `"${text}" holds the character U+${foreign[0].codePointAt(0)?.toString(16).padStart(4, '0')}, which XML cannot carry`,
    );
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
