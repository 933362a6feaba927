import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineOfMatch, passagesOf } from '../mdx/passage.ts';

/** How hard a page is to read. It is reported and never a fault: some law is long. */
export interface ReadingLevel {
  readonly sentences: number;
  /** Words a sentence, on average. */
  readonly mean: number;
  /** The longest sentence, with its line in the file. */
  readonly longest: { readonly words: number; readonly line: number };
  /**
   * Flesch reading ease: 100 is a children's book, 60 plain English, 30 a law review (Flesch 1948:
   * 206.835 - 1.015 words a sentence - 84.6 syllables a word).
   */
  readonly ease: number;
}

/**
 * Sentence length and reading ease of a page's own sentences. What ends without a full stop
 * (headings, labels, cells, list items of a few words) is no sentence; quotations of law are not ours.
 * @param text an MDX page
 * @param file its path below `content/`
 */
export function readingLevel(text: string, file: string): ReadingLevel {
  const sentences = sentencesOf(text, file);
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const longest = sentences.reduce(
    (most, { words: { length }, line }) => (length > most.words ? { words: length, line } : most),
    { words: 0, line: 1 },
  );
  if (words.length === 0) return { sentences: 0, mean: 0, longest, ease: 100 };
  const mean = words.length / sentences.length;
  return {
    sentences: sentences.length,
    mean,
    longest,
    ease: 206.835 - 1.015 * mean - 84.6 * (syllables / words.length),
  };
}

interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
  readonly line: number;
}

const sentencesOf = (text: string, file: string): Sentence[] =>
  passagesOf(text, file)
    .filter(({ kind, text: words }) => kind === 'prose' && /[.!?:…]["”’)]*\s*$/.test(words))
    .flatMap((passage) =>
      [...segmenter.segment(passage.text)].map(({ segment, index }) => ({
        text: segment.trim().replace(/\s+/g, ' '),
        words: wordsOf(segment),
        line: lineOfMatch(passage, index + segment.search(/\S|$/)),
      })),
    )
    .filter(({ words }) => words.length > 0);

/** More words than that in one sentence, and a reader in a second language goes back to its start. */
const mostWords = 30;

/**
 * Sentences of more than 30 words, for an editor to look at. They are no fault: some conditions
 * belong together.
 * @param text an MDX page or a YAML file of words
 * @param file its path below `content/`
 */
export const longSentences = (text: string, file: string): Diagnostic[] =>
  sentencesOf(text, file)
    .filter(({ words }) => words.length > mostWords)
    .map(({ text: sentence, words, line }) => ({
      file,
      field: `line ${line}`,
      message: `${words.length} words: "${sentence.slice(0, 60)}..."`,
      suggestion: 'Make two of it, if no condition is lost.',
    }));

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const wordsOf = (sentence: string): string[] =>
  sentence.match(/[\p{L}\p{N}]+(?:['’-][\p{L}]+)*/gu) ?? [];

/** Syllables of an English word, by groups of vowels; a silent final e does not count. */
function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '');
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

const amount =
  '\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty(?:-five)?|fifty|sixty|ninety|an|half an';
const unit = '(?:minutes?|hours?)';
const part = '(?:lessons?|modules?|courses?|cases?|check|track|page|chapter)';
const claimed = new RegExp(
  `\\b${part}\\b[^.!?;]{0,40}\\b(?:takes?|lasts?|needs?|requires?|is)\\b[^.!?;]{0,20}?\\b(?:${amount}) ${unit}\\b` +
    `|\\b(?:${amount})[ -]${unit}(?:'s?|’s?)? (?:of )?(?:${part}|reading)\\b` +
    `|\\b(?:reading time|time needed|duration)\\b[^.!?;]{0,20}\\b(?:${amount}) ${unit}\\b`,
  'gi',
);

/**
 * Times that a text promises for a part of the course. Pages show minutes that are computed from
 * words and questions (`src/course/minutes.ts`), so that no other number can be left behind.
 * @param text an MDX page or a YAML file of words
 */
export const claimedMinutes = (text: string, file: string): Diagnostic[] =>
  passagesOf(text, file)
    .filter(({ kind }) => kind === 'prose')
    .flatMap((passage) =>
      [...passage.text.matchAll(claimed)].map(({ 0: words, index }) => ({
        file,
        field: `line ${lineOfMatch(passage, index)}`,
        message: `"${words.replace(/\s+/g, ' ')}" tells a time.`,
        suggestion: 'Leave it out: pages show the minutes that are computed.',
      })),
    );
