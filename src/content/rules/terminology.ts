import { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { id, words } from '../../course/id.ts';
import { wordingSchema } from '../../course/wording.ts';
import { lineOfMatch, passagesOf, type Passage } from '../mdx/passage.ts';

const pattern = z.string().min(2).refine(isPattern, 'a pattern of words that can be read');

const termSchema = wordingSchema.extend({
  /** Regular expression of whole words; a space matches a hyphen or a line break too. */
  pattern,
  /** Uses that the pattern would catch and that are harmless. */
  except: z.array(pattern).default([]),
});

/** `content/terminology.yaml`: words that the course does not use, for one language. */
export const terminologySchema = z.strictObject({
  language: z.string(),
  terms: z.array(termSchema),
  /** Files that speak about the words themselves. */
  except: z
    .array(z.strictObject({ file: words, terms: z.array(id).min(1), reason: words }))
    .default([]),
});

export type Terminology = z.output<typeof terminologySchema>;

/**
 * Stigmatising and inexact words in a file. Quotations, proper names and titles are left alone.
 * @param text the whole file
 * @param file its path below `content/`
 */
export const terminologyFaults = (
  text: string,
  file: string,
  terminology: Terminology,
): Diagnostic[] =>
  passagesOf(text, file)
    .filter(({ kind }) => kind !== 'quotation')
    .flatMap((passage) => faultsIn(passage, terminology));

function faultsIn(passage: Passage, { terms, except }: Terminology): Diagnostic[] {
  const { text, file, kind } = passage;
  const allowed = except.filter((entry) => entry.file === file).flatMap((entry) => entry.terms);
  const quoted = quotations(text);
  return terms
    .filter((term) => !allowed.includes(term.id))
    .flatMap((term) => {
      const found = spans(text, term.pattern);
      if (found.length === 0) return [];
      const harmless = term.except.flatMap((use) => spans(text, use));
      return found
        .filter((span) => ![...quoted, ...harmless].some((outer) => holds(outer, span)))
        .filter((span) => kind === 'name' || !isProperName(text, span))
        .map(([start, end]) => ({
          file,
          field: kind === 'name' ? 'the name' : `line ${lineOfMatch(passage, start)}`,
          message: `"${text.slice(start, end).replace(/\s+/g, ' ')}". ${term.reason}`,
          suggestion: `Write: ${term.instead.join('; ')}.`,
        }));
    });
}

type Span = readonly [start: number, end: number];

const holds = ([start, end]: Span, [from, to]: Span) => start <= from && to <= end;

/** Regular expressions by their source: compiling one takes longer than matching a passage with it. */
const compiled = new Map<string, RegExp>();

/** A pattern as a regular expression of whole words. */
function wholeWords(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${source.replaceAll(' ', '[\\s\\u00a0-]+')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  compiled.set(source, expression);
  return expression;
}

function isPattern(source: string): boolean {
  try {
    wholeWords(source);
    return true;
  } catch {
    return false;
  }
}

const spans = (text: string, source: string): Span[] =>
  [...text.matchAll(wholeWords(source))].map(({ 0: match, index }) => [
    index,
    index + match.length,
  ]);

/** Where a text quotes: between straight, curly or angle quotation marks. */
const quotations = (text: string): Span[] =>
  [...text.matchAll(/"[^"]*"|“[^”]*”|‘[^’]*’(?!\p{L})|«[^»]*»/gu)].map(({ 0: match, index }) => [
    index,
    index + match.length,
  ]);

/** Small words that stand inside a name: "Institute on Drug Abuse". */
const joins = new Set(['of', 'on', 'for', 'and', 'the', 'to', 'in', 'against', 'de', 'with']);
/** Words with a capital only because a sentence begins with them. */
const openers = new Set(
  'a an the this that these those he she it they we you in on at no not some many most one every each if when where but and or as for of with his her their our your our all any what who why how'.split(
    ' ',
  ),
);

/** Whether the words stand with capitals inside a name, as in "Drug Abuse Screening Test". */
function isProperName(text: string, [start, end]: Span): boolean {
  const own = text.slice(start, end).split(/[\s-]+/);
  if (!own.every((word) => /^\p{Lu}/u.test(word))) return false;
  const neighbour = (words: readonly string[]) => words.find((word) => !joins.has(word));
  const before =
    text
      .slice(0, start)
      .split(/[.!?:;"“”]/)
      .at(-1)
      ?.trim()
      .split(/\s+/) ?? [];
  const after =
    text
      .slice(end)
      .split(/[.!?:;"“”,]/)[0]
      ?.trim()
      .split(/\s+/) ?? [];
  return [neighbour(before.toReversed()), neighbour(after)].some(
    (word) => word !== undefined && /^\(?\p{Lu}/u.test(word) && !openers.has(word.toLowerCase()),
  );
}
