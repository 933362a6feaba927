/**
 * Words with the marks of print: “ ” for straight quotation marks, ’ for an apostrophe, … for three
 * dots, and a dash for a hyphen between spaces. Bodies of MDX get the same from Astro, so that a page
 * looks alike wherever its words were written; marks that an author set stay.
 */
export const typesetText = (text: string): string =>
  /^https?:\S+$/.test(text)
    ? text
    : text
        .replace(opening('"'), '“')
        .replaceAll('"', '”')
        .replace(opening("'"), '‘')
        .replaceAll("'", '’')
        .replaceAll('...', '…')
        .replace(/(?<=\S) - (?=\S)/g, ' – ');

/** A mark that opens: before a word, at the start or after a space, a bracket, a dash or emphasis. */
const opening = (mark: string) =>
  new RegExp(`(?<=^|[\\s([{“–—/])${mark}(?=\\S)|(?<=\\*)${mark}(?=[\\p{L}\\p{N}])`, 'gmu');

/** Every text of a value typeset, in lists and objects at any depth; all else is kept as it is. */
export function typeset<T>(value: T): T {
  const set = (part: unknown): unknown =>
    typeof part === 'string'
      ? typesetText(part)
      : Array.isArray(part)
        ? part.map(set)
        : typeof part === 'object' &&
            part !== null &&
            Object.getPrototypeOf(part) === Object.prototype
          ? Object.fromEntries(Object.entries(part).map(([key, of]) => [key, set(of)]))
          : part;
  return set(value) as T;
}
