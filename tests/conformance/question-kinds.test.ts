import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportingGuide } from '../../scorm/package/reporting-guide.ts';
import { standardOf } from '../fixtures/standard.ts';
import { courseSchema, stages } from '../../src/course/content-schemas.ts';
import { grade } from '../../src/questions/grade.ts';
import {
  type KindName,
  kindOf,
  type Question,
  questionSchema,
} from '../../src/questions/question.ts';
import { structureOf } from '../../src/course/structure.ts';
import { writtenNumber } from '../../src/questions/written-number.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { course, LmsHarness } from './lms-harness.ts';

const id = fc
  .array(fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/), { minLength: 1, maxLength: 5 })
  .map((words) => words.join('-'));
const ids = (minLength: number, maxLength = 8) => fc.uniqueArray(id, { minLength, maxLength });
const words = 'Some words.';
const shared = {
  id: 'q-any',
  objective: 'say-hello',
  use: 'bank',
  stem: words,
  sources: [{ source: 'manual' }],
};

/** A question of each kind, with a whole response to it. */
const kinds: Readonly<Record<KindName, fc.Arbitrary<[object, string[]]>>> = {
  single: ids(2).chain((options) =>
    fc.tuple(
      fc.constant({
        options: options.map((o, i) => ({ id: o, text: words, right: i === 0, feedback: words })),
      }),
      fc.constantFrom(...options).map((one) => [one]),
    ),
  ),
  several: ids(3).chain((options) =>
    fc.tuple(
      fc.constant({
        options: options.map((o, i) => ({ id: o, text: words, right: i < 2, feedback: words })),
      }),
      fc.shuffledSubarray(options, { minLength: 1 }),
    ),
  ),
  matching: fc.tuple(ids(2), ids(2)).chain(([items, targets]) =>
    fc.tuple(
      fc.constant({
        targets: targets.map((t) => ({ id: t, text: words })),
        items: items.map((i) => ({ id: i, text: words, target: targets[0], feedback: words })),
      }),
      fc.array(fc.constantFrom(...targets), { minLength: items.length, maxLength: items.length }),
    ),
  ),
  ordering: ids(3).chain((steps) =>
    fc.tuple(
      fc.constant({ steps: steps.map((s) => ({ id: s, text: words })), feedback: words }),
      fc.shuffledSubarray(steps, { minLength: steps.length }),
    ),
  ),
  numeric: fc.tuple(
    fc.constant({
      answer: 2.5,
      tolerance: 0.1,
      feedback: { right: words, low: words, high: words },
    }),
    fc
      .oneof(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.float({ noNaN: true }))
      .map((number) => writtenNumber(number.toFixed(number % 1 === 0 ? 0 : 2)))
      .filter((written) => written !== undefined)
      .map((written) => [written]),
  ),
  continuum: ids(2, 6).chain((items) =>
    fc.tuple(
      fc.constant({
        items: items.map((i) => ({ id: i, text: words, stage: 'trial', feedback: words })),
      }),
      fc.array(fc.constantFrom(...stages), { minLength: items.length, maxLength: items.length }),
    ),
  ),
};

const entry = courseSchema.parse({
  id: 'test-course',
  version: '1.0.0',
  date: '2026-11-24',
  masteryScore: 0.8,
  languages: ['en'],
  completion: { lessons: 'all', cases: 'all', checks: 'passed' },
  modules: [
    {
      id: 'module',
      objectives: ['say-hello'],
      lessons: [{ id: 'greeting', objectives: ['say-hello'] }],
      check: { draw: 1 },
    },
  ],
});

const gradeOf = (question: Question, response: readonly string[]) => {
  const { response: type, correct } = kindOf(question);
  return grade({ type, correct: correct(question) }, response);
};

/** Answers a question in an LMS. @returns what the LMS was told, and what the course knows at the next launch */
function answer(
  standard: 'scorm12' | 'scorm2004',
  question: Question,
  response: readonly string[],
) {
  const structure = structureOf(entry, new Map([['module', [question]]]), new Map());
  const harness = new LmsHarness(standard, { moodle: true });
  const session = harness.open({ ...course, structure });
  session.record({ type: 'check.started', check: 'module', seed: 1, draw: 1 });
  session.record(
    { type: 'check.answered', check: 'module', item: 0, response },
    { result: gradeOf(question, response) === 1 ? 'correct' : 'incorrect', latency: 3.5 },
  );
  harness.flushDeferred();
  void session.close();
  const value = (name: string) => harness.lms.kept.get(`cmi.interactions.0.${name}`) ?? '';
  return {
    refused: harness.lms.refused,
    type: value('type'),
    told: value(standard === 'scorm12' ? 'student_response' : 'learner_response'),
    result: value('result'),
    resumed: harness.open({ ...course, structure }).attempt.checks['module']?.open?.answers[0],
  };
}

const types = {
  single: 'choice',
  several: 'choice',
  matching: 'matching',
  ordering: 'sequencing',
  numeric: 'numeric',
  continuum: 'matching',
} as const;

describe.for(['scorm12', 'scorm2004'] as const)('in %s', (standard) => {
  describe.for(Object.keys(kinds) as KindName[])('a question of the kind %s', (kind) => {
    const asked = kinds[kind].map(([own, response]): [Question, string[]] => [
      questionSchema.parse({ ...shared, kind, ...own }),
      response,
    ]);

    test('P01, P23: is reported and resumed without an error, whatever its ids and the answer are', () => {
      fc.assert(
        fc.property(asked, ([question, response]) => {
          const { refused, type, result, resumed } = answer(standard, question, response);
          expect(refused).toEqual([]);
          expect(type).toBe(types[kind]);
          const right = standard === 'scorm12' ? ['wrong', 'correct'] : ['incorrect', 'correct'];
          expect(result).toBe(right[gradeOf(question, response)]);
          if (kind === 'several') expect(resumed?.toSorted()).toEqual(response.toSorted());
          else expect(resumed).toEqual(response);
        }),
        { numRuns: 60 },
      );
    });

    if (kind === 'several')
      test('P24: is reported the same in any order of its options', () => {
        fc.assert(
          fc.property(asked, ([question, response]) => {
            const { told } = answer(standard, question, response);
            expect(answer(standard, question, response.toReversed()).told).toBe(told);
          }),
          { numRuns: 20 },
        );
      });

    test('P23, P24: has every token of its reported answers on the key page', () => {
      fc.assert(
        fc.property(asked, ([question, response]) => {
          const { told } = answer(standard, question, response);
          const modules = tinyCourse.modules
            .slice(0, 1)
            .map((module) => ({ ...module, questions: [question], cases: [] }));
          const page = reportingGuide({ ...tinyCourse, modules }, standardOf(standard), {
            masteryInManifest: false,
            pageOf: () => undefined,
          });
          const tokens = [...page.matchAll(/<th scope="row">([\w.]+)<\/th>/g)].map(([, t]) => t);
          if (kind === 'numeric') {
            expect(told).toBe(response[0]);
            expect(page).toContain(tinyCourse.interface.messages['package']?.['number']);
          } else
            for (const token of told.split(standard === 'scorm12' ? /[,.]/ : /\[[,.]\]/))
              expect(tokens).toContain(token);
        }),
        { numRuns: 20 },
      );
    });
  });
});
