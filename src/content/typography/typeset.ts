import { typographyOf } from './languages.ts';
import { applyEdits, typographicEdits } from './typographic-edits.ts';

/**
 * A text with the marks of print of its language. Pages in MDX get the same (`mdx-plugins.ts`), so that
 * a text looks alike wherever it was written.
 * @param language BCP 47 tag; a text in a language that is not known stays as it is
 */
export function typesetText(text: string, language: string): string {
  const typography = typographyOf(language);
  if (typography === undefined || !/["']|\.\.\.| -|---| [;:!?]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => applyEdits(line, typographicEdits(line, typography)))
    .join('\n');
}

/** Every text of a value typeset, in lists and objects at any depth; all else is kept as it is. */
export function typeset<T>(value: T, language: string): T {
  const set = (part: unknown): unknown =>
    typeof part === 'string'
      ? typesetText(part, language)
      : Array.isArray(part)
        ? part.map(set)
        : typeof part === 'object' &&
            part !== null &&
            Object.getPrototypeOf(part) === Object.prototype
          ? Object.fromEntries(Object.entries(part).map(([key, of]) => [key, set(of)]))
          : part;
  return set(value) as T;
}
