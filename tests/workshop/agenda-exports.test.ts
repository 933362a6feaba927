import { describe, expect, test } from 'vitest';
import {
  agendaCalendar,
  agendaDocument,
  timesOf,
} from '../../src/workshop/agenda/agenda-exports.ts';
import { linkWith, textOfLink } from '../../src/workshop/agenda/agenda-link.ts';
import { planAgenda } from '../../src/workshop/agenda/plan-agenda.ts';
import type { Session } from '../../src/workshop/agenda/agenda.ts';

const minutes = { least: 40, usual: 60, most: 75 };
const parts = ['case:a', 'module:b'].map((id) => ({ id, minutes }));
const planned = planAgenda(
  {
    ...{ title: '', audience: '', length: 'two-days', date: '', start: 540, pause: 15, lunch: 60 },
    parts: ['case:a', 'module:b'],
  },
  parts,
);
const agenda = 'agenda' in planned ? planned.agenda : [];
const words = {
  title: 'Härtefälle; zwei, Tage',
  audience: 'Judges',
  columns: ['Time', 'Session', 'Purpose', 'Method', 'Material'],
  day: (number: number) => `Day ${number}`,
  of: ({ kind, part }: Session) => ({ title: part ?? kind, purpose: '', method: '', material: '' }),
};

describe('an exported agenda', () => {
  test('has one table for each day in a document', () => {
    const { blocks } = agendaDocument(agenda, words);
    const tables = blocks.filter(({ kind }) => kind === 'table');
    expect(tables).toHaveLength(2);
    expect(tables[0]).toMatchObject({ head: words.columns });
  });

  test('has events on consecutive days in a calendar, across the end of a month', () => {
    const file = agendaCalendar(agenda, words, '2027-01-31', 'alternatives', new Date(0));
    expect(file).toContain('DTSTART:20270131T090000\r\n');
    expect(file).toContain('DTSTART:20270201T090000\r\n');
    expect(file).toContain('SUMMARY:case:a\r\n');
    expect(file).toContain('Härtefälle\\; zwei\\, Tage');
    expect(file.match(/BEGIN:VEVENT/g)?.length).toBe(file.match(/END:VEVENT/g)?.length);
    expect(file).not.toMatch(/SUMMARY:(break|lunch)/);
  });

  test('continues after midnight with times of the next day, in a document and in a calendar', () => {
    const night = { title: '', audience: '', length: 'day' as const, date: '' };
    const late = planAgenda(
      { ...night, start: 1200, pause: 15, lunch: 60, parts: ['case:a', 'module:b'] },
      parts,
    );
    const days = 'agenda' in late ? late.agenda : [];
    const [{ sessions } = { sessions: [] }] = days;
    const times = sessions.map(timesOf);
    expect(times.every((time) => /^([01]\d|2[0-3]):\d\d–([01]\d|2[0-3]):\d\d$/.test(time))).toBe(
      true,
    );
    const file = agendaCalendar(days, words, '2027-01-31', 'alternatives', new Date(0));
    expect(file).toContain('DTSTART:20270131T200000\r\n');
    expect(file).toMatch(/DTEND:20270201T0\d/);
  });

  test('is restored unchanged from a link, but not from a truncated link', () => {
    const text = '{"a":"Tổ chức — ✓"}';
    const link = linkWith('https://example.org/agenda.html', text);
    expect(link).toMatch(/^[\x21-\x7e]+$/);
    const { hash } = new URL(link);
    expect(textOfLink(hash)).toBe(text);
    expect(textOfLink('#main')).toBeUndefined();
    expect(textOfLink('#agenda=%%%')).toBeUndefined();
  });
});
