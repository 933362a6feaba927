import type { SourceFile } from '../files/source-file.ts';
import { lineOfMatch } from '../mdx/passage.ts';
import type { Rule } from './rule.ts';

/** Length of a run of words that counts as a copied sentence if two lessons contain it. */
const sentence = 15;
/** Lessons that share this part of their runs of three words say the same thing. */
const mostShared = 0.08;
/** Shorter lessons share stock phrases by chance. */
const fewestWords = 300;
/** A run of three words in more lessons than this is a stock phrase, which is no evidence of copying. */
const stock = 12;

/**
 * No two lessons contain the same sentence or repeat each other's content. Quotations of law may be in several
 * lessons.
 */
export const repeatedText: Rule = {
  id: 'repeated-text',
  check({ files }, report) {
    const lessons = files
      .filter(({ path }) => /\/lessons\/[^/]+\.mdx$/.test(path))
      .map((file) => ({ file, ...runsOf(file) }))
      .filter(({ words }) => words >= fewestWords);
    const copied = new Map<string, SourceFile>();
    const reported = new Set<string>();
    for (const { file, sentences } of lessons)
      for (const run of sentences) {
        const other = copied.get(run);
        if (other === undefined) copied.set(run, file);
        else if (other !== file && !reported.has(`${file.path} ${other.path}`)) {
          reported.add(`${file.path} ${other.path}`);
          report({
            file: file.path,
            line: lineOf(file, run),
            message: `"${run}" also stands in ${other.path}.`,
            suggestion: 'Say it in one of the two, or in other words.',
          });
        }
      }
    for (const [one, other, share] of alike(lessons))
      report({
        file: one,
        message: `${(100 * share).toFixed(0)} of 100 runs of three words also stand in ${other}.`,
        suggestion: 'Let each lesson say its own; leave out of one what the other teaches.',
      });
  },
};

/** Pairs of lessons that share too much, with the share. */
function alike(
  lessons: readonly { file: SourceFile; phrases: ReadonlySet<string> }[],
): [one: string, other: string, share: number][] {
  const holders = new Map<string, number[]>();
  lessons.forEach(({ phrases }, index) => {
    for (const run of phrases) {
      const holderIndexes = holders.get(run);
      if (holderIndexes) holderIndexes.push(index);
      else holders.set(run, [index]);
    }
  });
  const shared = new Map<number, number>();
  for (const indices of holders.values()) {
    if (indices.length > stock) continue;
    indices.forEach((one, at) => {
      for (const other of indices.slice(at + 1)) {
        const pair = one * lessons.length + other;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    });
  }
  return [...shared].flatMap(([pair, both]) => {
    const [one, other] = [Math.floor(pair / lessons.length), pair % lessons.length];
    const [first, second] = [lessons[one], lessons[other]];
    if (first === undefined || second === undefined) return [];
    const share = both / Math.min(first.phrases.size, second.phrases.size);
    return share >= mostShared
      ? [[second.file.path, first.file.path, share] as [string, string, number]]
      : [];
  });
}

/** Runs of the course's own words in a lesson. */
interface Runs {
  readonly words: number;
  readonly sentences: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
}

/** Runs of words of each lesson, kept until the lesson changes. */
const kept = new WeakMap<SourceFile, Runs>();

function runsOf(file: SourceFile): Runs {
  const keptRuns = kept.get(file);
  if (keptRuns !== undefined) return keptRuns;
  const words = file.passages
    .filter(({ kind }) => kind === 'prose')
    .flatMap(({ text }) => wordsIn(text));
  const runs = {
    words: words.length,
    sentences: new Set(windows(words, sentence)),
    phrases: new Set(windows(words, 3)),
  };
  kept.set(file, runs);
  return runs;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];

function* windows(words: readonly string[], length: number): Generator<string> {
  for (let start = 0; start + length <= words.length; start++)
    yield words.slice(start, start + length).join(' ');
}

/** The line with the first words of a run. */
function lineOf(file: SourceFile, run: string): number | undefined {
  const start = run.split(' ').slice(0, 3).join(' ');
  const passage = file.passages.find(({ text }) => wordsIn(text).join(' ').includes(start));
  const first = start.split(' ')[0] ?? '';
  return passage && lineOfMatch(passage, Math.max(0, passage.text.toLowerCase().indexOf(first)));
}
