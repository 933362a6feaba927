import type { Report } from '../diagnostics/diagnostic.ts';
import { lineOfMatch, type Passage } from '../mdx/passage.ts';
import { occurrences, type Span, type Terminology } from '../terminology-file.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/**
 * Stigmatising and inexact words, and those that the style guide replaces. Quotations, proper names and titles are
 * exempt.
 */
export const terminology: Rule = {
  id: 'terminology',
  check: inFiles(
    () => true,
    (file, report, { terms, style, except }: Terminology) => {
      const passages = file.passages.filter(({ kind }) => kind !== 'quotation');
      const text = passages.map((passage) => passage.text).join(between);
      const allowed = except.filter((one) => one.file === file.path).flatMap((one) => one.terms);
      // Most files have none of the words, and testing a file once is cheaper than testing each passage.
      const found = [...terms, ...style].filter(
        ({ id, pattern }) =>
          !allowed.includes(id) && (/[$^]/.test(pattern) || occurrences(text, pattern).length > 0),
      );
      if (found.length > 0) for (const passage of passages) checkPassage(passage, found, report);
    },
    (content) =>
      content.terminology?.language === content.language ? content.terminology : undefined,
  ),
};

/** Separator of passages; neither a letter nor a space, so that no word or pattern matches across it. */
const between = '\u0000';

function checkPassage(
  passage: Passage,
  terms: readonly Terminology['style'][number][],
  report: Report,
): void {
  const { text, file, kind } = passage;
  let quoted: Span[] | undefined;
  for (const term of terms) {
    const found = occurrences(text, term.pattern);
    if (found.length === 0) continue;
    quoted ??= quotations(text);
    const harmless = [...quoted, ...term.except.flatMap((use) => occurrences(text, use))];
    for (const span of found) {
      if (harmless.some((outer) => holds(outer, span))) continue;
      if (kind !== 'name' && isProperName(text, span)) continue;
      const words = text.slice(...span).replace(/\s+/g, ' ');
      report({
        file,
        ...(kind !== 'name' && { line: lineOfMatch(passage, span[0]) }),
        message: `${kind === 'name' ? 'The name of the file has ' : ''}"${words}". ${term.reason}`,
        suggestion: `Write: ${term.instead.join('; ')}.`,
      });
    }
  }
}

const holds = ([start, end]: Span, [from, to]: Span) => start <= from && to <= end;

/** Places of quotations in a text: between straight, curly or angle quotation marks. */
const quotations = (text: string): Span[] =>
  [...text.matchAll(/"[^"]*"|“[^”]*”|‘[^’]*’(?!\p{L})|«[^»]*»/gu)].map(({ 0: match, index }) => [
    index,
    index + match.length,
  ]);

/** Words in lower case that may be inside a name, as in "Institute on Drug Abuse". */
const joins = new Set(['of', 'on', 'for', 'and', 'the', 'to', 'in', 'against', 'de', 'with']);
/** Words that may have a capital only because they start a sentence. */
const openers = new Set(
  'a an the this that these those he she it they we you in on at no not some many most one every each if when where but and or as for of with his her their our your our all any what who why how'.split(
    ' ',
  ),
);

/** Whether the words stand with capitals inside a name, as in "Drug Abuse Screening Test". */
function isProperName(text: string, [start, end]: Span): boolean {
  const wordsAround = text.slice(start, end).split(/[\s-]+/);
  if (!wordsAround.every((word) => /^\p{Lu}/u.test(word))) return false;
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
