const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for HTML, for the content of an element or an attribute in double quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/**
 * Escapes text for a document that is parsed as XML and as HTML, for the content of an element or an attribute in
 * double quotes.
 * @throws RangeError if the text contains a character that XML 1.0 does not allow (section 2.2)
 */
export function escapeXml(text: string): string {
  refuseNonXml(text);
  return escapeHtml(text);
}

/** Checks the characters of a text. @throws RangeError if XML 1.0 does not allow one of them (section 2.2) */
export function refuseNonXml(text: string): void {
  const foreign = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
  if (foreign)
    throw new RangeError(
      `"${text}" holds the character U+${foreign[0].codePointAt(0)?.toString(16).padStart(4, '0')}, which XML cannot carry`,
    );
}
