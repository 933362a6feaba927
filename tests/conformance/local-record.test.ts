import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshAttempt, record } from '../../src/progress/attempt.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { anyEvents, played, small, syntheticStructure } from '../fixtures/synthetic-course.ts';

describe('a record in the storage of a browser', () => {
  const course = syntheticStructure(small);

  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyEvents(course), (events) => {
        const attempt = played(course, events);
        expect(fromRecord(toRecord(attempt))).toEqual(attempt);
      }),
    );
  });

  test.for(['', 'null', '[]', '{}', '7', '{"version":2}', '{"version":1', 'lz\uD800'])(
    'is taken for none when it is %j',
    (text) => {
      expect(fromRecord(text)).toBeUndefined();
    },
  );

  test('keeps the valid parts of a hostile text, and can continue from there', () => {
    const text = `{"version":1,"viewed":["a",7,null],"location":{},"seconds":-1,"rows":"x",
      "cases":{"c":{"first":["s.a",1,"nodot"],"run":null,"finished":"yes","endings":["e"]},"d":5},
      "checks":{"m":{"tries":[0.5,2,"x"],"open":{"seed":3,"answers":[["a"],null,7]}},
      "n":{"tries":[],"open":{"seed":-1}}},"__proto__":{"polluted":true}}`;
    const attempt = fromRecord(text);
    expect(attempt).toEqual({
      viewed: ['a'],
      location: '',
      seconds: 0,
      rows: [],
      cases: { c: { first: ['s.a'], run: [], finished: false, endings: ['e'] } },
      checks: {
        m: { tries: [0.5], open: { seed: 3, answers: [['a'], undefined, undefined] } },
        n: { tries: [] },
      },
    });
    expect('polluted' in {}).toBe(false);
    expect(record(attempt ?? freshAttempt, { type: 'lesson.viewed', lesson: 'b' }).viewed).toEqual([
      'a',
      'b',
    ]);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        fromRecord(text);
        fromRecord(text.replace(/^\{/, '{"version":1,'));
      }),
    );
  });
});
