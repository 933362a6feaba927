import { hasTexts } from '../codec/json.ts';
import type { PageOfCourse } from './notes.ts';

/** A passage marked by the learner, located by its text. */
export interface Mark extends PageOfCourse {
  /** The passage, with single spaces. */
  readonly quote: string;
  /** Text before the passage, which tells identical passages apart. */
  readonly before: string;
  /** Whether the passage was missing when its page was last opened. */
  readonly isChanged?: boolean;
}

/** Length of the stored text before a passage, in characters. */
const context = 40;

/** Collapses white space to single spaces. */
export const plainText = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The passage between two offsets of a text.
 * @param text of the page, as in its text nodes
 */
export function quoteAt(text: string, start: number, end: number): Pick<Mark, 'quote' | 'before'> {
  return {
    quote: plainText(text.slice(start, end)),
    before: plainText(text.slice(Math.max(0, start - context * 2), start)).slice(-context),
  };
}

/**
 * Start and end of a marked passage in a text, ignoring white space. Of identical passages it selects the one whose
 * preceding text is most like that of the mark.
 * @returns undefined if the passage has changed
 */
export function placeOf(
  text: string,
  { quote, before }: Pick<Mark, 'quote' | 'before'>,
): { readonly start: number; readonly end: number } | undefined {
  if (quote === '') return undefined;
  // White space is ignored, because line breaks in the file do not change the passage.
  const places: number[] = [];
  for (let index = 0; index < text.length; index++)
    if (!isSpace(text.charAt(index))) places.push(index);
  const dense = withoutSpaces(text);
  const denseQuote = withoutSpaces(quote);
  const lead = withoutSpaces(before);
  let best: { readonly at: number; readonly alike: number } | undefined;
  for (let at = dense.indexOf(denseQuote); at >= 0; at = dense.indexOf(denseQuote, at + 1)) {
    const alike = sharedEnd(dense.slice(0, at), lead);
    if (best === undefined || alike > best.alike) best = { at, alike };
  }
  if (best === undefined) return undefined;
  const [start, last] = [places[best.at], places[best.at + denseQuote.length - 1]];
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

const isSpace = (character: string) => /\s/.test(character);
const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/** Length of the longest common suffix of two texts. */
function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) &&
    one.charAt(one.length - 1 - length) === other.charAt(other.length - 1 - length)
  )
    length++;
  return length;
}

const isSame = (one: Mark, other: Mark) =>
  one.page === other.page && one.quote === other.quote && one.before === other.before;

/** The marks plus another one, which replaces a mark of the same passage. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] => [
  ...marks.filter((other) => !isSame(other, mark)),
  mark,
];

/** The marks without one. */
export const withoutMark = (marks: readonly Mark[], mark: Mark): Mark[] =>
  marks.filter((other) => !isSame(other, mark));

/** Merges the marks of two devices. */
export const unitedMarks = (here: readonly Mark[], brought: readonly Mark[]): Mark[] => [
  ...here,
  ...brought.filter((mark) => !here.some((other) => isSame(other, mark))),
];

/** Reads marks from a stored value and drops malformed ones; undefined if the value is not an array. */
export function marksFrom(value: unknown): Mark[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return (value as unknown[]).filter((entry): entry is Mark =>
    hasTexts(entry, ['page', 'title', 'quote', 'before']),
  );
}
