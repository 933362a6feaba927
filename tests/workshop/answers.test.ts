import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCode, type Answered, readLines } from '../../src/workshop/answers/answer-line.ts';
import {
  fewestPeople,
  meanGain,
  shareDifference,
  shareGain,
} from '../../src/workshop/answers/gain.ts';
import { answerPages } from '../../src/workshop/answers/all-sets.ts';
import { feedbackDocument } from '../../src/workshop/answers/feedback-document.ts';
import {
  boardCode,
  courseForms,
  moduleForms,
  roomSet,
} from '../../src/workshop/answers/question-set.ts';
import {
  groupGain,
  objectiveResults,
  questionGains,
  questionResults,
} from '../../src/workshop/answers/results.ts';
import { loadCourse } from '../../src/content/load.ts';

const course = loadCourse('en');
const shape = { board: 'GHJK', options: [4, 4, 3] };

describe('the forms of before and after', () => {
  test.each(course.modules.map((module) => [module.id, moduleForms(module)] as const))(
    'of %s ask for the same objectives by different questions, each with one right letter',
    (_, { a, b }) => {
      expect(a.questions.length).toBeGreaterThanOrEqual(3);
      expect(a.questions.map(({ objective }) => objective)).toEqual(
        b.questions.map(({ objective }) => objective),
      );
      const ids = [...a.questions, ...b.questions].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { right = -1, options } of [...a.questions, ...b.questions])
        expect(options[right]).toBeDefined();
    },
  );

  test('of the course have one question from each module and are the same in each build', () => {
    const forms = courseForms(course);
    expect(forms.a.questions).toHaveLength(course.modules.length);
    expect(forms.b.questions).toHaveLength(course.modules.length);
    expect(courseForms(course)).toEqual(forms);
    expect(boardCode(forms.a)).not.toBe(boardCode(forms.b));
  });

  test('the sheet for the end of a day exists once for each day, with separate code and results', () => {
    const days = answerPages(course).filter(({ id }) => id.startsWith('daily-reaction'));
    expect(days.map(({ id }) => id)).toEqual([
      'daily-reaction',
      'daily-reaction-2',
      'daily-reaction-3',
    ]);
    expect(new Set(days.map(({ title }) => title)).size).toBe(3);
    expect(new Set(days.flatMap(({ sets }) => sets.map(boardCode))).size).toBe(3);
  });

  test('share no question with the set for a vote in the room', () => {
    for (const module of course.modules) {
      const { a, b } = moduleForms(module);
      const ids = [...a.questions, ...b.questions].map(({ id }) => id);
      expect(roomSet(module).questions.filter(({ id }) => ids.includes(id))).toEqual([]);
      expect(roomSet(module).questions.length).toBeGreaterThan(3);
    }
  });
});

describe('typed answers', () => {
  test('may be letters of a sheet or the code of a telephone, after the name of the person', () => {
    const code = answerCode('GHJK', [1, -1, 2]);
    const read = readLines(`7 ABC\nTable 2;a b -\n${code.toLowerCase()}\n8,${code}\n`, [shape]);
    expect(read).toEqual([
      { answered: { person: '7', form: 0, answers: [0, 1, 2] } },
      { answered: { person: 'Table 2', form: 0, answers: [0, 1, -1] } },
      { answered: { person: '', form: 0, answers: [1, -1, 2] } },
      { answered: { person: '8', form: 0, answers: [1, -1, 2] } },
    ]);
  });

  test('are rejected with the line and the reason, while the others are counted', () => {
    const read = readLines('1 AB\n2 ABD\n3 ABC\n3 ABC\n4 GHJK.ABC.000\n', [shape]);
    expect(
      read.map((each) => ('problem' in each ? `${each.line} ${each.problem}` : 'counted')),
    ).toEqual(['1 length', '2 letter', 'counted', '4 twice', '5 check']);
  });

  test('are restored from a code, and a single wrong letter is detected', () => {
    const answers = fc.tuple(
      fc.integer({ min: -1, max: 3 }),
      fc.integer({ min: -1, max: 3 }),
      fc.integer({ min: -1, max: 2 }),
    );
    fc.assert(
      fc.property(answers, fc.nat(2), (given, place) => {
        const code = answerCode('GHJK', given);
        expect(readLines(code, [shape])).toEqual([
          { answered: { person: '', form: 0, answers: given } },
        ]);
        const signs = code.split('');
        signs[5 + place] = signs[5 + place] === 'A' ? 'B' : 'A';
        expect(readLines(signs.join(''), [shape])[0]).toHaveProperty('problem', 'check');
      }),
    );
  });
});

describe('the gain of a group', () => {
  test('of a question has the interval of Bonett and Price', () => {
    // 20 people, 9 won and 2 lost: (10 - 3) / 22 ± 1.96 √((10 + 3) / 22 - (7 / 22)²) / 22).
    const pairs = [
      ...Array.from({ length: 9 }, () => [false, true] as const),
      ...Array.from({ length: 2 }, () => [true, false] as const),
      ...Array.from({ length: 9 }, () => [true, true] as const),
    ];
    const { value, low, high } = shareGain(pairs);
    expect(value).toBeCloseTo(0.35, 6);
    expect(low).toBeCloseTo(0.025775, 5);
    expect(high).toBeCloseTo(0.610589, 5);
  });

  test('of a question has the interval of Agresti and Caffo if different people answered', () => {
    // 4 of 10 before, 9 of 12 afterwards: 10/14 - 5/12 ± 1.96 √(10/14 · 4/14 / 14 + 5/12 · 7/12 / 12).
    const { value, low, high } = shareDifference({ right: 4, all: 10 }, { right: 9, all: 12 });
    expect(value).toBeCloseTo(0.35, 6);
    expect(low).toBeCloseTo(-0.068175, 5);
    expect(high).toBeCloseTo(0.663413, 5);
  });

  test('of the whole form has the interval of Student', () => {
    // The sleep of ten people (Gosset, 1908): mean 1.58, 0.70 to 2.46.
    const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const { value, low, high } = meanGain(sleep) ?? { value: 0, low: 0, high: 0 };
    expect(value).toBeCloseTo(1.58, 6);
    expect(low).toBeCloseTo(0.7, 2);
    expect(high).toBeCloseTo(2.46, 2);
    expect(meanGain([1])).toBeUndefined();
  });

  const set = (id: string) => ({
    id,
    questions: ['x', 'y'].map((name) => ({
      ...{ id: `${id}-${name}`, objective: name, stem: '', options: ['', ''], right: 0 },
    })),
  });
  const sets = [set('a'), set('b')];
  const people = (count: number, form: number, answers: readonly number[]): Answered[] =>
    Array.from({ length: count }, (_, person) => ({ person: String(person), form, answers }));

  test('is broken down for eight people or more, but not for fewer', () => {
    const few = groupGain(
      sets,
      people(fewestPeople - 1, 0, [1, 1]),
      people(fewestPeople - 1, 1, [0, 1]),
    );
    expect(few.places).toEqual([]);
    expect(few.total?.value).toBe(0.5);
    const enough = groupGain(sets, people(8, 0, [1, 1]), people(9, 1, [0, 1]));
    expect(enough.pairs).toBe(8);
    expect(enough.alone).toEqual(['8']);
    expect(enough.places.map(({ value }) => value)).toEqual([1, 0]);
  });

  test('of a question compares the people who had it before with those who had it afterwards', () => {
    const before = [...people(8, 0, [1, 0]), ...people(8, 1, [0, 0])];
    const after = [...people(8, 1, [0, 0]), ...people(8, 0, [0, 1])];
    const gains = questionGains(sets[0] ?? set('a'), 0, before, after);
    expect(gains.map((each) => [each.before.right, each.after.right, each.gain?.value])).toEqual([
      [0, 8, 1],
      [8, 0, -1],
    ]);
    const few = questionGains(sets[0] ?? set('a'), 0, before.slice(1), after);
    expect(few[0]?.gain).toBeUndefined();
    expect(few[0]?.before).toEqual({ right: 0, all: 7 });
  });

  test('of an objective comes with the two shares whose difference it is', () => {
    const mixed = people(8, 0, [1, 0]).map((each, person) =>
      person < 2 ? { ...each, answers: [0, 0] } : each,
    );
    expect(groupGain(sets, mixed, people(8, 1, [0, 1])).places).toMatchObject([
      { before: 0.25, after: 1, value: 0.75 },
      { before: 1, after: 0, value: -1 },
    ]);
  });

  test('counts people who began with the other form by that form', () => {
    const before = [...people(4, 0, [0, 1]), ...people(8, 1, [0, 1]).slice(4)];
    const after = [...people(4, 1, [0, 0]), ...people(8, 0, [0, 0]).slice(4)];
    expect(groupGain(sets, before, after).places.map(({ value }) => value)).toEqual([0, 1]);
  });
});

describe('results of a set', () => {
  test('sum sheets and raised hands, by question and by objective', () => {
    const set = {
      questions: [
        { id: 'x', objective: 'o', stem: '', options: ['', '', ''], right: 1 },
        { id: 'y', objective: 'o', stem: '', options: ['', ''], right: 0 },
      ],
    };
    const results = questionResults(set, [{ answers: [1, 0] }, { answers: [-1, 1] }], {
      x: [2, 0, 0],
    });
    expect(results[0]).toEqual({ question: 'x', chosen: [2, 1, 0], none: 1, right: 0.25 });
    expect(objectiveResults(set, results)).toEqual([{ objective: 'o', right: 0.375 }]);
  });
});

test('feedback sheets are exported as a document with each handwritten answer on its own line', () => {
  const set = { questions: [{ id: 'x', objective: 'x', stem: 'Pace', options: ['Slow', 'Fast'] }] };
  const { blocks } = feedbackDocument(
    'Day 1',
    set,
    questionResults(set, [{ answers: [1] }, { answers: [1] }, { answers: [-1] }]),
    [{ question: 'Unclear?', text: 'Who pays\n \nWhen' }],
    'Left out',
  );
  expect(blocks.slice(1)).toEqual([
    { kind: 'heading', level: 2, text: 'Pace' },
    { kind: 'table', head: ['Slow', 'Fast', 'Left out'], rows: [['0', '2', '1']] },
    { kind: 'heading', level: 2, text: 'Unclear?' },
    { kind: 'list', items: ['Who pays', 'When'] },
  ]);
});
