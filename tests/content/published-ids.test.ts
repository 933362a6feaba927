import { describe, expect, test } from 'vitest';
import { goneSince, publishedIdFaults } from '../../src/content/rules/published-ids.ts';
import { questionsSchema } from '../../src/questions/question.ts';
import type { QuestionStructure, Structure } from '../../src/course/structure.ts';

const single: QuestionStructure = {
  id: 'first-word',
  objective: 'say-hello',
  kind: 'single',
  options: ['hello', 'goodbye'],
};
const structure = (question: QuestionStructure = single, lessons = ['greeting']): Structure => ({
  lessons,
  cases: [],
  checks: [{ id: 'first', draw: 1, questions: [question] }],
  objectives: ['say-hello'],
});
const questions = new Map([
  [
    'first',
    questionsSchema.parse([
      {
        id: 'first-word',
        kind: 'single',
        objective: 'say-hello',
        use: 'bank',
        stem: 'Which?',
        options: [
          { id: 'hello', text: 'Hello', right: true, feedback: 'Yes.' },
          { id: 'goodbye', text: 'Goodbye', feedback: 'No.' },
        ],
        sources: [{ source: 'manual' }],
      },
    ]),
  ],
]);
const faults = (now: Structure, then: Structure) =>
  publishedIdFaults({ language: 'en', questions, history: new Map([['1.0.0', then]]) }, now).map(
    ({ file, field, message }) => `${file} · ${field}: ${message}`,
  );
const withOptions = (options: string[], kind = 'single') => structure({ ...single, kind, options });
const place = 'en/modules/first/questions.yaml · 0 (first-word): ';

describe('what was published (D09)', () => {
  test('may be the same, and may have more at the end', () => {
    expect(faults(structure(), structure())).toEqual([]);
    expect(faults(withOptions(['hello', 'goodbye', 'what']), structure())).toEqual([]);
  });

  test.for<[name: string, now: Structure, found: string]>([
    [
      'options in another order',
      withOptions(['goodbye', 'hello']),
      'hello, goodbye, in this order.',
    ],
    ['an option taken out', withOptions(['hello']), 'hello, goodbye, in this order.'],
    [
      'an option put between',
      withOptions(['hello', 'what', 'goodbye']),
      'hello, goodbye, in this order.',
    ],
  ])('is not %s', ([, now, found]) => {
    expect(faults(now, structure())).toEqual([`${place}In 1.0.0 it had ${found}`]);
  });

  test('may have another item of a matching, whose targets follow the items in one list', () => {
    const then = withOptions(['a', 'b', 'open', 'shut'], 'matching');
    expect(faults(withOptions(['a', 'b', 'c', 'open', 'shut'], 'matching'), then)).toEqual([]);
    expect(faults(withOptions(['b', 'a', 'open', 'shut'], 'matching'), then)).toHaveLength(1);
  });

  test('is not of another kind under the same id', () => {
    expect(faults(structure(), withOptions(['hello', 'goodbye'], 'several'))).toEqual([
      `${place}It was of kind several in 1.0.0.`,
    ]);
  });

  test('does not lend its id to something else', () => {
    expect(faults(structure(single, ['other']), structure({ ...single, id: 'other' }))).toEqual([
      'course.yaml · other: This lesson has an id that was used for something else in 1.0.0 (question).',
    ]);
  });

  test('is told when it is gone, by the version that was kept last', () => {
    const history = new Map([
      ['1.9.0', structure(single, ['oldest'])],
      ['1.10.0', structure(single, ['greeting'])],
    ]);
    expect(goneSince(history, structure(single, ['welcome']))).toEqual([
      'The lesson "greeting" of version 1.10.0 is gone. If it has another id now, give it the old one back: what learners did is kept under it.',
    ]);
    expect(goneSince(new Map(), structure())).toEqual([]);
  });
});
