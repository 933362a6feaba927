import { segments } from './segments.ts';

/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * Cuts a text into what matches a query and what stands between.
 * @param terms terms of the index, as a hit lists them
 * @returns pieces which together are the text
 */
export function highlight(text: string, terms: ReadonlySet<string>, language: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const keep = (to: number, isMatch: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMatch });
    at = Math.max(at, to);
  };
  for (const { start, end, term, also, isCommon } of segments(text, language)) {
    if (isCommon || ![term, ...also].some((one) => terms.has(one))) continue;
    keep(start, false);
    keep(end, true);
  }
  keep(text.length, false);
  return pieces;
}
