import { expect, test } from 'vitest';
import { attendeesIn } from '../../src/workshop/attendance/attendance.ts';

test('each line of a list is a person, with the institution after a semicolon or a tab', () => {
  expect(
    attendeesIn(
      '\uFEFFAmina Yusuf; Ministry of Justice\r\n\r\n"García, Ana"\tClinic\n  Jonas Berg  ',
    ),
  ).toEqual({
    people: [
      { name: 'Amina Yusuf', from: 'Ministry of Justice' },
      { name: 'García, Ana', from: 'Clinic' },
      { name: 'Jonas Berg', from: '' },
    ],
    twice: [],
  });
});

test('a duplicate line counts once and is reported; the same name from two institutions counts twice', () => {
  const { people, twice } = attendeesIn('Ana;Court\nAna;Clinic\nAna;Court');
  expect(people).toHaveLength(2);
  expect(twice).toEqual(['Ana']);
});
