import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  marksFrom,
  placeOf,
  quoteAt,
  unitedMarks,
  withMark,
  withoutMark,
} from '../../src/notes/marks.ts';
import { notesFrom, unitedNotes, withNote } from '../../src/notes/notes.ts';
import { notesText } from '../../src/notes/notes-text.ts';
import { pagesInOrder } from '../../src/notes/pages-in-order.ts';

const page = { page: 'trial/reasons.html', title: 'Reasons' };
const note = (text: string) => ({ ...page, text, asked: 'What would you do?' });

describe('P60: notes', () => {
  test('keep their question with them, and go when they are emptied', () => {
    const notes = withNote({}, 'reasons.a', note('One'));
    expect(notes['reasons.a']?.asked).toBe('What would you do?');
    expect(withNote(notes, 'reasons.a', note(''))).toEqual({});
  });

  test('of two devices are united without a loss, and twice as once', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const here = withNote({}, 'a', note(one));
        const brought = withNote({}, 'a', note(other));
        const both = unitedNotes(here, brought);
        for (const text of [one, other]) expect(both['a']?.text ?? '').toContain(text);
        expect(unitedNotes(both, brought)).toEqual(both);
      }),
    );
  });

  test('that are no notes are left out, and what is no list of notes is none', () => {
    expect(notesFrom({ a: note('One'), b: 'two', c: { text: 1 } })).toEqual({ a: note('One') });
    expect(notesFrom(['a'])).toBeUndefined();
  });
});

describe('a marked passage', () => {
  const text = 'He may be held.\n  He may be\n released. He may be held again.';

  test('is found again though lines break elsewhere', () => {
    const start = text.indexOf('He may be\n');
    const mark = quoteAt(text, start, start + 'He may be\n released'.length);
    const moved = text.replace(/\s+/g, ' ');
    const found = placeOf(moved, mark);
    expect(moved.slice(found?.start, found?.end)).toBe('He may be released');
  });

  test('is told from an equal one by what stands before it', () => {
    const second = text.lastIndexOf('He may be held');
    const mark = quoteAt(text, second, second + 'He may be held'.length);
    expect(placeOf(`New first words. ${text}`, mark)?.start).toBe(second + 17);
  });

  test('that has changed is not found', () => {
    const mark = quoteAt(text, 0, 15);
    expect(placeOf(text.replaceAll('held', 'detained'), mark)).toBeUndefined();
  });

  test('is found where it stood, whatever was marked', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (words, one, other) => {
        const [start = 0, end = 0] = [one % words.length, other % words.length].sort(
          (a, b) => a - b,
        );
        const mark = quoteAt(words, start, end);
        if (mark.quote === '') return;
        const found = placeOf(words, mark);
        expect(words.slice(found?.start, found?.end).replace(/\s+/g, '')).toBe(
          mark.quote.replace(/\s+/g, ''),
        );
      }),
    );
  });

  test('is kept once, and taken away', () => {
    const mark = { ...page, ...quoteAt(text, 0, 15) };
    expect(withMark(withMark([], mark), mark)).toEqual([mark]);
    expect(withoutMark([mark], mark)).toEqual([]);
    expect(unitedMarks([mark], [mark])).toEqual([mark]);
    expect(marksFrom([mark, { page: 1 }])).toEqual([mark]);
  });
});

test('a file of notes has a part for each page, with questions, notes and passages', () => {
  const words = { title: 'Notes', asked: 'Asked:', marked: 'Marked', changed: 'Changed since' };
  const mark = { ...page, quote: 'He may be held.', before: '', isChanged: true };
  expect(notesText([note('Ask first.')], [mark], words, [])).toBe(
    '# Notes\n\n## Reasons\n\n**Asked:** What would you do?\n\nAsk first.\n\n**Changed since**\n\n> He may be held.\n\n',
  );
});

test('pages with notes stand in the order of the course, and those it no longer has at the end', () => {
  const on = (page: string) => ({ page, title: page });
  const pages = pagesInOrder(
    [on('gone.html'), on('b/two.html'), on('a/one.html'), on('b/two.html')],
    ['a/one', 'b/two'],
  );
  expect(pages.map(([path]) => path)).toEqual(['a/one.html', 'b/two.html', 'gone.html']);
});
