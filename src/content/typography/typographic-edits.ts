import type { Typography } from './languages.ts';

/** A change of a text: so many characters at a place become others. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** Parts kept character by character: addresses, code, the target of a link, escaped signs. */
const verbatim = /https?:\/\/[^\s)]+|`[^`]*`|\]\([^)]*\)|&#?\w+;|\\./g;

/** Marks of Markdown that stand between a quotation mark and its word. */
const isMark = (character: string | undefined) => character === '*' || character === '_';

/**
 * The changes that set a paragraph in print: quotation marks and apostrophes, `...` as an ellipsis, a
 * hyphen or two between spaces as a dash, and the spaces that a language puts before marks. Marks that
 * the author set stay; so does what is neither a quotation mark nor an apostrophe, as in 5' 6".
 * @param text a paragraph without its line breaks, with or without Markdown
 */
export function typographicEdits(text: string, typography: Typography): Edit[] {
  const kept = new Uint8Array(text.length);
  for (const { 0: part, index } of text.matchAll(verbatim))
    kept.fill(1, index, index + part.length);
  const edits: Edit[] = [...quoteEdits(text, typography, kept)];
  const replace = (pattern: RegExp, by: string) => {
    for (const { 0: part, index } of text.matchAll(pattern))
      if (!kept[index]) edits.push({ at: index, length: part.length, text: by });
  };
  replace(/\.\.\./g, '…');
  replace(/(?<=\S) --? (?=\S)/g, ' – ');
  replace(/(?<=\w)---(?=\w)/g, '—');
  if (typography.spacedMarks !== undefined)
    replace(new RegExp(`(?<=\\S) (?=[${typography.spacedMarks}])`, 'g'), '\u202f');
  return edits.toSorted((a, b) => a.at - b.at);
}

function* quoteEdits(
  text: string,
  { double, single }: Typography,
  kept: Uint8Array,
): Generator<Edit> {
  let isDoubleOpen = false;
  let isSingleOpen = false;
  const neighbour = (at: number, step: 1 | -1) => {
    let place = at + step;
    while (isMark(text[place])) place += step;
    return text[place];
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if ((mark !== '"' && mark !== "'") || kept[at]) continue;
    const before = neighbour(at, -1);
    const after = neighbour(at, 1);
    const isAfterSpace = before === undefined || /[\s([{<“‘«„‚–—/\-"'¿¡]/.test(before);
    const isBeforeWord = after !== undefined && !/[\s.,;:!?)\]}]/.test(after);
    const set = (characters: string): Edit => ({ at, length: 1, text: characters });
    if (mark === '"') {
      const opens: boolean =
        isBeforeWord && (isAfterSpace || (!isDoubleOpen && /[:;,]/.test(before)));
      if (!opens && !isDoubleOpen) continue;
      yield set(opens && !(isDoubleOpen && !isAfterSpace) ? double[0] : double[1]);
      isDoubleOpen = opens;
      continue;
    }
    const isBetween = /[\p{L}\p{N}]/u.test(before ?? '') && /\p{L}/u.test(after ?? '');
    if (isBetween) yield set('’');
    else if (isBeforeWord && (isAfterSpace || (!isSingleOpen && /[:;,]/.test(before)))) {
      const isShortened = isShortWord(text, at) || !closesLater(text, at);
      yield set(isShortened ? '’' : single[0]);
      isSingleOpen ||= !isShortened;
    } else if (isSingleOpen) {
      yield set(single[1]);
      isSingleOpen = false;
    } else if (before !== undefined && /\p{L}/u.test(before)) yield set('’');
  }
}

/** `'90s`, and `'n'` for "and" */
const isShortWord = (text: string, at: number) => /^'(?:\d0s\b|n'\s)/i.test(text.slice(at, at + 5));

/** Whether a single quotation mark that opens at a place is closed before another one opens. */
function closesLater(text: string, at: number): boolean {
  for (let next = text.indexOf("'", at + 1); next >= 0; next = text.indexOf("'", next + 1)) {
    if (isShortWord(text, next)) continue;
    const before = /[^*_]?(?=[*_]*$)/.exec(text.slice(Math.max(0, next - 3), next))?.[0] ?? ' ';
    const isBeforeLetter = /^[*_]*\p{L}/u.test(text.slice(next + 1, next + 4));
    if (/\s/.test(before)) return false;
    if (!isBeforeLetter) return true;
  }
  return false;
}

/** A text with changes made, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let end = 0;
  let out = '';
  for (const { at, length, text: by } of edits) {
    out += text.slice(end, at) + by;
    end = at + length;
  }
  return out + text.slice(end);
}
