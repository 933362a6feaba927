import { z } from 'zod';
import { id, nonEmptyText } from '../course/id.ts';
import { wordingSchema } from '../course/wording.ts';

const pattern = z.string().min(2).refine(isPattern, 'a pattern of words that can be read');

const patterns = {
  /** Regular expression of whole words; a space matches a hyphen or a line break too. */
  pattern,
  /** Uses that the pattern would catch and that are harmless. */
  except: z.array(pattern).default([]),
};

const termSchema = wordingSchema.extend(patterns);

/** Wordings that `docs/style.md` asks authors to use and to avoid; the words page does not show them. */
const styleSchema = wordingSchema.pick({ id: true, reason: true, instead: true }).extend(patterns);

/** `content/terminology.yaml`: words that the course does not use, for one language. */
export const terminologySchema = z.strictObject({
  language: z.string(),
  terms: z.array(termSchema),
  style: z.array(styleSchema).default([]),
  /** Files that speak about the words themselves. */
  except: z
    .array(z.strictObject({ file: nonEmptyText, terms: z.array(id).min(1), reason: nonEmptyText }))
    .default([]),
});

export type Terminology = z.output<typeof terminologySchema>;

/** Regular expressions by their source: compiling one takes longer than matching a passage with it. */
const compiled = new Map<string, RegExp>();

/** A pattern as a regular expression of whole words. */
export function wholeWords(source: string): RegExp {
  const compiledTerm = compiled.get(source);
  if (compiledTerm !== undefined) return compiledTerm;
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${source.replaceAll(' ', '[\\s\\u00a0-]+')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  compiled.set(source, expression);
  return expression;
}

/** Place of something in a text: from its first character to the one after its last. */
export type Span = readonly [start: number, end: number];

/** Every place of a text at which a pattern of whole words stands. */
export function occurrences(text: string, source: string): Span[] {
  // `matchAll` would copy the expression for each of some hundred thousand texts.
  const expression = wholeWords(source);
  expression.lastIndex = 0;
  const found: Span[] = [];
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push([match.index, match.index + match[0].length]);
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}

/** Whether a pattern of whole words can be read as a regular expression. */
export function isPattern(source: string): boolean {
  try {
    wholeWords(source);
    return true;
  } catch {
    return false;
  }
}
