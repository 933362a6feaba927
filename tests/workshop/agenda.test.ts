import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime, fromClockTime } from '../../src/workshop/agenda/agenda.ts';
import { planAgenda } from '../../src/workshop/agenda/plan-agenda.ts';
import { printsOf } from '../../src/workshop/agenda/prints-of.ts';
import { afterEnd, minutesOfDay } from '../../src/workshop/agenda/running-late.ts';
import { type Length, lengths, type Part, type Wish } from '../../src/workshop/agenda/wish.ts';

const minutes = fc
  .tuple(
    fc.integer({ min: 2, max: 18 }),
    fc.integer({ min: 0, max: 8 }),
    fc.integer({ min: 0, max: 8 }),
  )
  .map(([least, more, most]) => ({
    least: least * 5,
    usual: (least + more) * 5,
    most: (least + more + most) * 5,
  }));

const asked = fc
  .tuple(
    fc.array(minutes, { maxLength: 24 }),
    fc.constantFrom(...(Object.keys(lengths) as Length[])),
    fc.integer({ min: 72, max: 120 }).map((five) => five * 5),
    fc.constantFrom(5, 15, 30),
    fc.constantFrom(30, 60, 90),
  )
  .map(([all, length, start, pause, lunch]) => {
    const parts: Part[] = all.map((each, place) => ({ id: `exercise:e${place}`, minutes: each }));
    const wish: Wish = {
      title: '',
      audience: '',
      date: '',
      ...{ length, start, pause, lunch },
      parts: parts.map(({ id }) => id),
    };
    return { wish, parts };
  });

describe('an agenda', () => {
  test('always fits, or names parts to drop, without which it fits', () => {
    fc.assert(
      fc.property(asked, ({ wish, parts }) => {
        const planned = planAgenda(wish, parts);
        if ('drop' in planned) {
          expect(planned.drop.length).toBeGreaterThan(0);
          const without = planned.isAny ? planned.drop.map((id) => [id]) : [planned.drop];
          for (const gone of without)
            expect(
              planAgenda({ ...wish, parts: wish.parts.filter((id) => !gone.includes(id)) }, parts),
            ).toHaveProperty('agenda');
          return;
        }
        const { agenda } = planned;
        expect(agenda).toHaveLength(lengths[wish.length].length);
        const given = new Map<string, number>();
        for (const { sessions, end } of agenda) {
          expect(sessions[0]).toMatchObject({ kind: 'opening', start: wish.start });
          expect(sessions.at(-1)?.kind).toBe('closing');
          let now = wish.start;
          for (const session of sessions) {
            expect(session.start).toBe(now);
            expect(session.minutes).toBeGreaterThan(0);
            expect(session.least).toBeLessThanOrEqual(session.minutes);
            now += session.minutes;
            if (session.part !== undefined)
              given.set(session.part, (given.get(session.part) ?? 0) + session.minutes);
          }
          expect(now).toBeLessThanOrEqual(end);
          const pauses = sessions.filter(({ kind }) => kind === 'break' || kind === 'lunch');
          expect(pauses).toHaveLength(wish.length === 'half-day' ? 1 : 3);
        }
        // Each part once, in the order wanted, with minutes that are worth it.
        expect([...given.keys()]).toEqual(wish.parts);
        for (const { id, minutes: wanted } of parts) {
          expect(given.get(id)).toBeGreaterThanOrEqual(wanted.least);
          expect(given.get(id)).toBeLessThanOrEqual(wanted.most);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('ignores unknown parts', () => {
    const wish: Wish = {
      ...{
        title: '',
        audience: '',
        date: '',
        length: 'half-day',
        start: 540,
        pause: 15,
        lunch: 60,
      },
      parts: ['case:gone'],
    };
    const planned = planAgenda(wish, []);
    if (!('agenda' in planned)) throw new Error('an empty agenda fits');
    expect(planned.agenda[0]?.sessions.some(({ kind }) => kind === 'part')).toBe(false);
  });
});

describe('a day that runs late', () => {
  test('may end after midnight: 00:10 is after an evening session, and 08:00 is before a session at 09:00', () => {
    const session = { kind: 'part' as const, minutes: 60, least: 30 };
    expect(minutesOfDay({ ...session, start: 1380 }, 10)).toBe(1450);
    expect(minutesOfDay({ ...session, start: 540 }, 480)).toBe(480);
  });

  test('shifts the rest, shortens no session below its minimum, and ends in time if possible', () => {
    fc.assert(
      fc.property(
        asked,
        fc.nat(),
        fc.integer({ min: -20, max: 90 }),
        ({ wish, parts }, place, late) => {
          const planned = planAgenda(wish, parts);
          const [day] = 'agenda' in planned ? planned.agenda : [];
          if (day === undefined) return;
          const ended = place % day.sessions.length;
          const session = day.sessions[ended];
          if (session === undefined) return;
          const now = session.start + session.minutes + Math.max(late, -session.minutes);
          const { day: shifted, over } = afterEnd(day, ended, now);
          expect(shifted.sessions).toHaveLength(day.sessions.length);
          const rest = shifted.sessions.slice(ended + 1);
          let next = now;
          for (const [index, each] of rest.entries()) {
            const was = day.sessions[ended + 1 + index];
            expect(each.start).toBe(next);
            expect(each.minutes).toBeLessThanOrEqual(was?.minutes ?? 0);
            expect(each.minutes).toBeGreaterThanOrEqual(was?.least ?? 0);
            next += each.minutes;
          }
          expect(over).toBe(Math.max(0, next - day.end));
          const isCut = rest.every(({ minutes: own, least }) => own <= least);
          if (over > 0) expect(isCut).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

test('times of day are read in the form in which they are written', () => {
  expect(clockTime(545)).toBe('09:05');
  expect(fromClockTime('9:05')).toBe(545);
  expect(fromClockTime('24:00')).toBeUndefined();
  expect(fromClockTime('nine')).toBeUndefined();
});

test('a module needs its slides and its bench card printed, a case its booklet, its key and the cards', () => {
  expect(printsOf('module:trial').map(({ path }) => path)).toEqual([
    'workshop/slides/trial',
    'trial/bench-card',
  ]);
  expect(printsOf('case:bus-station').map(({ path }) => path)).toEqual([
    'workshop/booklets/bus-station',
    'workshop/keys/bus-station',
    'workshop/cards',
  ]);
  expect(printsOf('gone')).toEqual([]);
});
