import { describe, expect, test } from 'vitest';
import { course, decide, LmsHarness } from './lms-harness.ts';

const [lesson = '', nextLesson = ''] = course.structure.lessons;
const [firstCase] = course.structure.cases;
const caseId = firstCase?.id ?? '';
const [step = ''] = firstCase?.steps ?? [];

const numbers =
  'NaN -1 1e9 999999999 4294967296 99999999999999999999 0x10 1,5 80% Infinity .5 101'.split(' ');
const words = ['PASSED', ' passed ', 'browsed', 'failed', 'unknown', '<b>x</b>', 'null', ' 3 '];
const signs = ['\u0000', '\uD800', '\u200B', '٣', 'x'.repeat(100_000)];
const otherwise: readonly unknown[] = [
  ...[[1], [], new Date(0), () => 1, 10n, false, new Map(), /x/, Number.NaN, -0],
  new String('passed'),
  { [Symbol.toStringTag]: 'String' },
  {
    toString() {
      throw new Error('no text');
    },
  },
  // As a window of another origin.
  new Proxy(
    {},
    {
      get() {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    },
  ),
];
const answers: readonly unknown[] = [...numbers, ...words, ...signs, ...otherwise];

/** Elements of both standards, by what they are for. */
const elements: Readonly<Record<string, RegExp>> = {
  'how many rows there are': /_count$/,
  'the status': /lesson_status$|completion_status$/,
  success: /success_status$/,
  'the score': /score/,
  'the mode': /mode$/,
  'the entry': /entry$/,
  'suspend data': /suspend_data$/,
  'the location': /location$/,
  'the pass mark': /mastery_score$|passing_score$/,
  "the learner's name": /_name$/,
  "the learner's id": /(student|learner)_id$/,
  'an id of a row': /\.\d+\.id$/,
};

describe.for(['scorm12', 'scorm2004'] as const)('P16: in %s', (standard) => {
  test.for(Object.entries(elements))(
    'an LMS that answers anything at all for %s ends no page, loses nothing and gives no pass',
    async ([, element]) => {
      for (const answer of answers) {
        const place = new LmsHarness(standard);
        const before = place.open();
        before.record({ type: 'lesson.viewed', lesson });
        decide(before, caseId, step);
        place.flushDeferred();
        await before.close();
        const kept = new Map(place.lms.kept);

        place.lms.faults = (name, [asked = '']) =>
          name === place.lms.standard.functions.getValue && element.test(asked)
            ? { kind: 'odd', answer }
            : undefined;
        const odd = place.open();
        odd.record({ type: 'lesson.viewed', lesson: nextLesson });
        place.flushDeferred();
        place.wait(30);
        await odd.close();
        place.lms.faults = () => undefined;

        const after = place.open();
        after.accept();
        after.agree();
        expect(after.attempt.viewed.toSorted()).toEqual([lesson, nextLesson].toSorted());
        expect(after.attempt.cases[caseId]?.first).toEqual([step]);
        for (const [name, value] of kept) {
          if (/interactions\.\d+\.id$/.test(name)) expect(place.lms.kept.get(name)).toBe(value);
          if (/status$/.test(name)) expect(place.lms.kept.get(name)).toBe(value);
        }
      }
    },
  );
});
