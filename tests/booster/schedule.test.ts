import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answered,
  type BoosterItem,
  comingAfter,
  dueAt,
  dueOn,
  isRetired,
  itemsFrom,
  settled,
  united,
  withUnanswered,
} from '../../src/booster/schedule.ts';
import { boosterCalendar } from '../../src/booster/booster-calendar.ts';
import { nextVariant } from '../../src/booster/variant.ts';
import { dayAfter } from '../../src/course/day.ts';

const days = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const items = fc
  .array(
    fc.record({
      question: fc.constantFrom('a', 'b', 'c', 'd'),
      asked: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      streak: fc.constantFrom(0, 1, 2),
      on: days,
    }),
  )
  .map((list) => united(list, []));

/** The day in a time zone at a moment, as a clock on the wall has it. */
const dayIn = (zone: string, at: Date) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

describe('P62: the schedule of the booster', () => {
  test('asks again after eight days when the answer was wrong, after sixteen when it was right', () => {
    fc.assert(
      fc.property(days, fc.boolean(), (day, isRight) => {
        const after = answered([], 'a', 'a', isRight, day);
        const wait = isRight ? 16 : 8;
        expect(dueAt(after, dayAfter(day, wait - 1))).toEqual([]);
        expect(dueAt(after, dayAfter(day, wait))).toHaveLength(1);
      }),
    );
  });

  test('retires a question after two right answers in a row, and a wrong one begins the row again', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), days, (answers, start) => {
        let list: readonly BoosterItem[] = [];
        let day = start;
        for (const isRight of answers) {
          list = answered(list, 'a', 'a', isRight, day);
          day = dayAfter(day, 16);
        }
        expect(list.some(isRetired)).toBe(answers.length > 1 && answers.slice(-2).every(Boolean));
      }),
    );
  });

  test('counts two right answers of one day as one', () => {
    const once = answered([], 'a', 'a', true, '2026-11-29');
    expect(answered(once, 'a', 'b', true, '2026-11-29')).toEqual([
      { question: 'a', asked: 'b', streak: 1, on: '2026-11-29' },
    ]);
  });

  test('counts days of the calendar in every time zone, where clocks change too', () => {
    const zones = fc.constantFrom(
      'Europe/Vienna',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
    );
    // Around the nights on which clocks change, at any minute.
    const moments = fc
      .integer({ min: 0, max: 2 * 366 * 24 * 60 })
      .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000));
    fc.assert(
      fc.property(zones, moments, fc.boolean(), (zone, at, isRight) => {
        const today = dayIn(zone, at);
        const [item] = answered([], 'a', 'a', isRight, today);
        const due = item && dueOn(item);
        expect((Date.parse(String(due)) - Date.parse(today)) / 86_400_000).toBe(isRight ? 16 : 8);
      }),
    );
  });

  test('lets nothing wait longer than sixteen days, though the clock was set back', () => {
    fc.assert(
      fc.property(items, days, (list, today) => {
        for (const item of settled(list, today).filter((one) => !isRetired(one)))
          expect(dueOn(item) <= dayAfter(today, 16)).toBe(true);
        expect(settled(settled(list, today), today)).toEqual(settled(list, today));
      }),
    );
  });

  test('has each question that is not retired either due or on a day to come', () => {
    fc.assert(
      fc.property(items, days, (list, today) => {
        const coming = comingAfter(list, today);
        expect(dueAt(list, today).length + coming.flatMap(([, each]) => each).length).toBe(
          list.filter((item) => !isRetired(item)).length,
        );
        expect(coming.map(([day]) => day)).toEqual(coming.map(([day]) => day).toSorted());
      }),
    );
  });

  test('unites two devices alike in whatever order, and twice as once', () => {
    fc.assert(
      fc.property(items, items, items, (one, other, third) => {
        expect(united(one, other)).toEqual(united(other, one));
        expect(united(united(one, other), third)).toEqual(united(one, united(other, third)));
        expect(united(united(one, other), other)).toEqual(united(one, other));
      }),
    );
  });

  test('takes in the questions of a workshop, and leaves alone what is known already', () => {
    const known = answered([], 'a', 'a', true, '2026-11-01');
    expect(withUnanswered(known, ['a', 'b'], '2026-11-20')).toEqual([
      ...known,
      { question: 'b', asked: 'b', streak: 0, on: '2026-11-20' },
    ]);
  });

  test('reads what it wrote, and of anything else what has its shape', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(itemsFrom(JSON.parse(JSON.stringify(list)))).toEqual(list);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(itemsFrom(value) === undefined || Array.isArray(itemsFrom(value))).toBe(true);
      }),
    );
    expect(itemsFrom([{ question: 'a', asked: 'a', streak: 0, on: '2026-02-30' }])).toEqual([]);
  });

  test('writes a day of the calendar for each day on which questions come back', () => {
    const list = answered(
      answered([], 'a', 'a', false, '2026-11-01'),
      'b',
      'b',
      true,
      '2026-11-20',
    );
    const file = boosterCalendar(
      list,
      '2026-11-29',
      { title: (count) => `Questions: ${count}`, text: 'Open the booster' },
      'alternatives',
      new Date('2026-11-29T10:00:00Z'),
    );
    expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual([
      'DTSTART;VALUE=DATE:20261129',
      'DTSTART;VALUE=DATE:20261206',
    ]);
  });
});

describe('a variant', () => {
  const bank = [
    { id: 'a', objective: 'x' },
    { id: 'b', objective: 'x' },
    { id: 'c', objective: 'x' },
    { id: 'd', objective: 'y' },
  ];

  test('is another question of the same objective, in turn', () => {
    expect(nextVariant(bank, { question: 'a', asked: 'a' }, new Set())).toBe('b');
    expect(nextVariant(bank, { question: 'a', asked: 'c' }, new Set())).toBe('a');
    expect(nextVariant(bank, { question: 'a', asked: 'a' }, new Set(['b']))).toBe('c');
  });

  test('is the same question where its objective has no other', () => {
    expect(nextVariant(bank, { question: 'd', asked: 'd' }, new Set())).toBe('d');
  });

  test('is none where the bank has lost the question', () => {
    expect(nextVariant(bank, { question: 'gone', asked: 'a' }, new Set())).toBeUndefined();
  });
});
