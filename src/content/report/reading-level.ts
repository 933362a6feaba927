import type { Finding } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import { lineOfMatch } from '../mdx/passage.ts';

/** Readability measures of a page. They are reported but never a fault, since some legal text is long. */
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
 * Sentence length and reading ease of a page's own sentences. Text without a final full stop (headings, labels,
 * cells, short list items) is not a sentence; quotations of law are excluded.
 */
export function readingLevel(page: SourceFile): ReadingLevel {
  const sentences = sentencesOf(page);
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

export interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
  readonly line: number;
}

/** The sentences of a file with their lines, as counted for the reading level. */
export const sentencesOf = ({ passages }: SourceFile): Sentence[] =>
  passages
    .filter(({ kind, text: words }) => kind === 'prose' && /[.!?:…]["”’)]*\s*$/.test(words))
    .flatMap((passage) =>
      [...segmenter.segment(passage.text)].map(({ segment, index }) => ({
        text: segment.trim().replace(/\s+/g, ' '),
        words: wordsOf(segment),
        line: lineOfMatch(passage, index + segment.search(/\S|$/)),
      })),
    )
    .filter(({ words }) => words.length > 0);

/** Maximum number of words in a sentence; readers in a second language have to reread a longer one. */
const mostWords = 30;

/**
 * Sentences of more than 30 words, for an editor to look at. Not a fault: some conditions belong together.
 */
export const longSentences = (file: SourceFile): Finding[] =>
  sentencesOf(file)
    .filter(({ words }) => words.length > mostWords)
    .map(({ text: sentence, words, line }) => ({
      file: file.path,
      line,
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
