import { describe, expect, test } from 'vitest';
import { checkPublished, removedSince } from '../../src/content/rules/published-id.ts';
import type { Finding } from '../../src/content/diagnostics/diagnostic.ts';
import type { ParsedContent } from '../../src/content/parsed-content.ts';
import type { ResponseType } from '../../src/course/response-type.ts';
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
const course = { modules: [{ id: 'first', objectives: [], lessons: [], cases: [] }] };
const faults = (now: Structure, then: Structure) => {
  const found: Finding[] = [];
  const history = new Map([['1.0.0', then]]);
  const content = { language: 'en', course, questions, history } as unknown as ParsedContent;
  checkPublished(content, now, (finding) => found.push(finding));
  return found.map(({ file, field, message }) => `${file} ${field}: ${message}`);
};
const withOptions = (options: string[], kind: ResponseType = 'single') =>
  structure({ ...single, kind, options });
const place = 'en/modules/first/questions.yaml 0.id: ';

describe('what was published (D09)', () => {
  test('may be the same, and may have more at the end', () => {
    expect(faults(structure(), structure())).toEqual([]);
    expect(faults(withOptions(['hello', 'goodbye', 'what']), structure())).toEqual([]);
  });

  test.for<[name: string, now: Structure, found: string]>([
    [
      'options in another order',
      withOptions(['goodbye', 'hello']),
      'hello, goodbye in version 1.0.0, in this order.',
    ],
    [
      'an option taken out',
      withOptions(['hello']),
      'hello, goodbye in version 1.0.0, in this order.',
    ],
    [
      'an option put between',
      withOptions(['hello', 'what', 'goodbye']),
      'hello, goodbye in version 1.0.0, in this order.',
    ],
  ])('is not %s', ([, now, found]) => {
    expect(faults(now, structure())).toEqual([`${place}The question "first-word" had ${found}`]);
  });

  test('may have another item of a matching, whose targets follow the items in one list', () => {
    const then = withOptions(['a', 'b', 'open', 'shut'], 'matching');
    expect(faults(withOptions(['a', 'b', 'c', 'open', 'shut'], 'matching'), then)).toEqual([]);
    expect(faults(withOptions(['b', 'a', 'open', 'shut'], 'matching'), then)).toHaveLength(1);
  });

  test('is not of another kind under the same id', () => {
    expect(faults(structure(), withOptions(['hello', 'goodbye'], 'several'))).toEqual([
      `${place}The question "first-word" was of kind several in version 1.0.0.`,
    ]);
  });

  test('does not lend its id to something else', () => {
    expect(faults(structure(single, ['other']), structure({ ...single, id: 'other' }))).toEqual([
      'course.yaml undefined: The lesson "other" has an id that version 1.0.0 used for a question.',
    ]);
  });

  test('is told when it is gone, by the version that was kept last', () => {
    const history = new Map([
      ['1.9.0', structure(single, ['oldest'])],
      ['1.10.0', structure(single, ['greeting'])],
    ]);
    expect(removedSince(history, structure(single, ['welcome']))).toEqual([
      'The lesson "greeting" of version 1.10.0 is gone. If it has another id now, give it the old one back: what learners did is stored under it.',
    ]);
    expect(removedSince(new Map(), structure())).toEqual([]);
  });
});
