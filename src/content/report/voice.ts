import type { SourceFile } from '../files/source-file.ts';
import { wholeWords } from '../terminology-file.ts';
import { sentencesOf } from './reading-level.ts';

/** Habits that tire readers, each as a pattern of whole words (docs/style.md). English alone. */
export const tics: Readonly<Record<string, string>> = {
  'somebody, nobody': '(?:some|no|every|any)body',
  whoever: 'whoever|whatever|whichever',
  'final too': 'also too|too(?=[.!?])',
  beside: 'beside',
  'goes on': '(?:go|goes|going|went) on',
  'door, road, bridge': 'doors?|roads?|bridges?|ladders?|threads?',
  'ring (call)': 'rings?(?= (?:the|her|him|them|you|up))|rang',
  'by lot': '(?:by|drawn by) lots?',
  'the same': 'the same',
  honest: 'honest(?:ly)?',
  'say so, say both': '(?:say|says|said) (?:so|both|it plainly)',
  'one name, one door': 'one (?:name|door|sheet|line|page)',
  'ours, our proposal': 'ours|our (?:own )?(?:proposal|reading|impression)',
  'in place of': 'in place of',
  'costs nothing': 'costs? (?:nothing|little)',
  'it is ... that': 'it is [\\p{L}]+ that',
  'not read': 'not read(?: again)?|we (?:found no|do not know)',
};

/** Measures of how the sentences of a page sound. */
export interface Voice {
  readonly sentences: number;
  /** Words a sentence: on average, and how far a sentence is from the average (standard deviation). */
  readonly mean: number;
  readonly spread: number;
  /** Share of sentences of five words or fewer, 0 to 1. */
  readonly fragments: number;
  /** Number of times that each habit occurs; habits that do not are absent. */
  readonly found: ReadonlyMap<string, number>;
}

/** Counts the habits and the rhythm of a page's own sentences; quotations are left out. */
export function voiceOf(pages: readonly SourceFile[]): Voice {
  const sentences = pages.flatMap(sentencesOf);
  const lengths = sentences.map(({ words }) => words.length);
  const count = lengths.length;
  const average = (values: readonly number[]) =>
    count === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / count;
  const mean = average(lengths);
  const texts = pages.flatMap(({ passages }) =>
    passages.flatMap(({ kind, text }) => (kind === 'prose' ? text : [])),
  );
  const found = Object.entries(tics).flatMap(([name, pattern]) => {
    const times = texts.reduce(
      (sum, text) => sum + [...text.matchAll(wholeWords(pattern))].length,
      0,
    );
    return times === 0 ? [] : [[name, times] as const];
  });
  return {
    sentences: count,
    mean,
    spread: Math.sqrt(average(lengths.map((length) => (length - mean) ** 2))),
    fragments: average(lengths.map((length) => (length <= 5 ? 1 : 0))),
    found: new Map(found),
  };
}
