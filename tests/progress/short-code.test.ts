import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeWords } from '../../src/content/rules/code-words.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { loadCourse } from '../../src/content/load.ts';
import { type Attempt, freshAttempt } from '../../src/progress/attempt.ts';
import {
  codeLength,
  listLength,
  longestCode,
  readShortCode,
  shortCode,
} from '../../src/progress/short-code.ts';
import type { Structure } from '../../src/course/structure.ts';
import { importProgress } from '../../src/progress/import-progress.ts';
import {
  anyEvents,
  large,
  played,
  small,
  syntheticStructure,
} from '../fixtures/synthetic-course.ts';

const { codeWords: words, structure: whole } = loadCourse('en');
const structure = syntheticStructure(large);
const anyAttempt = anyEvents(structure).map((events) => played(structure, events));
const anyCode = anyAttempt.map((attempt) => shortCode(attempt, structure, words));
const read = (code: readonly string[] | string, of: Structure = structure) =>
  readShortCode(typeof code === 'string' ? code : code.join(' '), of, words);
const problemOf = (code: readonly string[] | string, of = structure) => {
  const found = read(code, of);
  return 'problem' in found ? found.problem : undefined;
};

/** The part of an attempt that a code states. */
const summaryOf = ({ viewed, cases, checks, track }: Attempt, { lessons }: Structure) => ({
  track,
  viewed: lessons.filter((id) => viewed.includes(id)),
  finished: Object.keys(cases)
    .filter((id) => cases[id]?.finished)
    .sort(),
  best: Object.fromEntries(
    Object.entries(checks).flatMap(([id, { tries }]) =>
      tries.length > 0 ? [[id, Math.max(...tries).toFixed(9)]] : [],
    ),
  ),
});

describe('a short code', () => {
  test('gives back the track, the lessons, the finished cases and the best scores, whatever was done', () => {
    fc.assert(
      fc.property(anyAttempt, (attempt) => {
        const found = read(shortCode(attempt, structure, words));
        if ('problem' in found) throw new Error(found.problem.rule);
        expect(summaryOf(found.attempt, structure)).toEqual(summaryOf(attempt, structure));
      }),
    );
  });

  test('of the whole course has at most 24 words, and so has one of 96 lessons and 12 modules', () => {
    const all: Attempt = { ...freshAttempt, viewed: whole.lessons };
    const code = shortCode(all, whole, words);
    expect(whole.lessons.length).toBeGreaterThanOrEqual(66);
    expect(code).toHaveLength(codeLength(whole));
    expect(code.length).toBeLessThanOrEqual(longestCode);
    expect(codeLength(structure)).toBeLessThanOrEqual(longestCode);
    const found = read(code, whole);
    expect('attempt' in found && found.attempt.viewed).toEqual(whole.lessons);
  });

  test('is read with capitals, numbers, commas and too many spaces', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const typed = code.map((word, place) => `${place + 1}. ${word.toUpperCase()},`);
        expect(read(`  ${typed.join('  \n ')} `)).toEqual(read(code));
        expect(problemOf(code)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test('is refused with any one word wrong', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), fc.integer({ min: 1, max: 1023 }), (code, at, by) => {
        const place = at % code.length;
        const other = words[(words.indexOf(code[place] ?? '') + by) % listLength] ?? '';
        expect(problemOf(code.with(place, other))).toEqual({ rule: 'check' });
      }),
      { numRuns: 300 },
    );
  });

  test('is refused with any two different words in each other’s place', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), fc.nat(), (code, one, other) => {
        const [a, b] = [one % code.length, other % code.length];
        const [first = '', second = ''] = [code[a], code[b]];
        fc.pre(first !== second);
        expect(problemOf(code.with(a, second).with(b, first))).toEqual({ rule: 'check' });
      }),
      { numRuns: 300 },
    );
  });

  // Of 3.4 million slips these were taken once, when the last word of the summary and the first of the checksum were
  // swapped.
  test('is refused with its words in each other’s place at the border of its checksum, for every reachable summary', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const at = code.length - 4;
        const [last = '', check = ''] = code.slice(at, at + 2);
        fc.pre(last !== check);
        expect(problemOf(code.with(at, check).with(at + 1, last))).toEqual({ rule: 'check' });
      }),
      { numRuns: 3000 },
    );
  });

  test('is refused with a word missing or said twice, and says how many there should be', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), (code, at) => {
        const place = at % code.length;
        const wanted = code.length;
        const less = problemOf(code.toSpliced(place, 1));
        expect(less).toEqual({ rule: 'length', given: wanted - 1, wanted });
        const more = problemOf(code.toSpliced(place, 0, code[place] ?? ''));
        expect(more).toEqual({ rule: 'length', given: wanted + 1, wanted });
      }),
      { numRuns: 300 },
    );
    expect(problemOf('')).toMatchObject({ rule: 'length', given: 0 });
  });

  test('is refused with a word that is in no list, and names the word', () => {
    const code = shortCode(freshAttempt, structure, words).with(3, 'abracadabra');
    expect(problemOf(code)).toEqual({ rule: 'word', word: 'abracadabra', number: 4 });
  });

  test('of another version of the course is refused as such, longer, shorter or as long (P03)', () => {
    const others: Structure[] = [
      syntheticStructure(small),
      { ...structure, lessons: structure.lessons.toReversed() },
      { ...structure, lessons: structure.lessons.map((id) => `${id}-new`) },
      { ...structure, cases: structure.cases.slice(1) },
      { ...structure, tracks: structure.tracks?.toReversed() },
    ];
    for (const other of others)
      expect(problemOf(shortCode(freshAttempt, other, words))).toEqual({ rule: 'version' });
  });

  test('of a learner who has just begun does not repeat one word', () => {
    const code = shortCode(freshAttempt, structure, words);
    expect(new Set(code.slice(2, -3)).size).toBe(code.length - 5);
  });

  test('stays valid when a bank gains a question', () => {
    const grown: Structure = {
      ...structure,
      checks: structure.checks.map((check) => ({
        ...check,
        questions: [...check.questions, ...check.questions.slice(0, 1)],
      })),
    };
    expect(problemOf(shortCode(freshAttempt, grown, words))).toBeUndefined();
  });

  test('never tells of a better score than was reached', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
        const attempt = { ...freshAttempt, checks: { final: { tries: [score] } } };
        const found = read(shortCode(attempt, structure, words));
        if ('problem' in found) throw new Error(found.problem.rule);
        expect(found.attempt.checks['final']?.tries[0]).toBeLessThanOrEqual(score + 1e-6);
      }),
    );
  });

  test('takes nothing away from what is here, and adds nothing the second time', () => {
    fc.assert(
      fc.property(anyAttempt, anyAttempt, (here, elsewhere) => {
        const found = read(shortCode(elsewhere, structure, words));
        if ('problem' in found) throw new Error(found.problem.rule);
        const { attempt } = importProgress(here, found.attempt, 'all');
        expect(attempt.viewed).toEqual(expect.arrayContaining([...here.viewed]));
        for (const [id, { first, run, finished }] of Object.entries(here.cases)) {
          expect(attempt.cases[id]).toMatchObject({ first, run });
          expect(attempt.cases[id]?.finished || !finished).toBe(true);
        }
        for (const [id, { tries, open }] of Object.entries(here.checks)) {
          const best = Math.max(0, ...tries);
          expect(Math.max(0, ...(attempt.checks[id]?.tries ?? []))).toBeGreaterThanOrEqual(best);
          expect(attempt.checks[id]?.open).toEqual(open);
        }
        expect(importProgress(attempt, found.attempt, 'all').gain).toBeUndefined();
      }),
    );
  });
});

describe('the list of words', () => {
  const list = (change: (words: string[]) => string[]) =>
    findingsOf(codeWords, { 'en/code-words.txt': change([...words]).join('\n') });

  test('of English is sound', () => {
    expect(words).toHaveLength(listLength);
    expect(list((all) => all)).toEqual([]);
  });

  test.each([
    ['too few words', (all: string[]) => all.slice(1), undefined],
    ['a word twice', (all: string[]) => all.with(1, all[0] ?? ''), 2],
    ['a word that is too long', (all: string[]) => all.with(0, 'abacuses'), 1],
    ['a capital', (all: string[]) => all.with(0, 'Abacus'), 1],
    ['an accent', (all: string[]) => all.with(0, 'café'), 1],
    ['the start of another word', (all: string[]) => all.with(1, 'aba'), 2],
  ])('with %s is reported with its line', (_, change, line) => {
    expect(list(change).map((finding) => finding.line)).toEqual([line]);
  });
});
