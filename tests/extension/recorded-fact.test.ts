import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { type Attempt, attempts, type LearningEvent } from '../../src/progress/attempt.ts';
import { attemptModel } from '../../src/progress/attempt-model.ts';
import { copiesModel } from '../../src/progress/copies-model.ts';
import { slices } from '../../src/progress/slices/registry.ts';
import { copiedSlices } from '../../src/progress/slices/copies/registry.ts';
import { storedSlices } from '../../src/progress/slices/stored/registry.ts';
import { storedModel } from '../../src/progress/stored-model.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { played, small, syntheticStructure } from '../fixtures/synthetic-course.ts';
import {
  bookmarks,
  copiedBookmarks,
  type LessonBookmarked,
  storedBookmarks,
} from './recorded-fact/bookmarks.ts';

type Marking = Attempt & { readonly bookmarks: readonly string[] };

/** The recorded facts of the course with one more: one file, and its line in each registry. */
const model = attemptModel<Marking, LearningEvent | LessonBookmarked>({ ...slices, bookmarks });
const stored = storedModel<Marking, LearningEvent | LessonBookmarked>(model, {
  ...storedSlices,
  bookmarks: storedBookmarks,
});
const copies = copiesModel<Marking>(stored, { ...copiedSlices, bookmarks: copiedBookmarks });

const structure = syntheticStructure(small);
const [first = '', second = '', third = ''] = structure.lessons;
const mark = (lesson: string): LessonBookmarked => ({ type: 'lesson.bookmarked', lesson });
const marked = [mark(second), mark(first)].reduce(
  (before, event) => model.record(before, event),
  model.fresh,
);
const codec = attemptCodec(structure, {}, stored, copies);

describe('a recorded fact that is added by one file and a line in each registry', () => {
  test('is part of the attempt, and the same object where nothing is new', () => {
    expect(model.fresh.bookmarks).toEqual([]);
    expect(marked.bookmarks).toEqual([second, first]);
    expect(model.record(marked, mark(first))).toBe(marked);
    expect(model.record(marked, { type: 'lesson.viewed', lesson: first }).bookmarks).toBe(
      marked.bookmarks,
    );
  });

  test('is an act that is worth writing at once', () => {
    expect(model.isAct(mark(first))).toBe(true);
    expect(stored.isNews(model.fresh, marked)).toBe(true);
  });

  test('is united with another copy', () => {
    const other = model.record(model.fresh, mark(third));
    expect(copies.merge(marked, other).bookmarks).toEqual([second, first, third]);
  });

  test('goes over to another structure, where what was removed is named', () => {
    const next = { ...structure, lessons: [third, second] };
    const migrated = copies.migrate(marked, next, structure);
    expect(migrated.attempt.bookmarks).toEqual([second]);
    expect(migrated.lost).toEqual([{ part: 'lesson', id: first, why: 'removed' }]);
    const after = attemptCodec(next, { [fingerprint(structure)]: structure }, stored, copies);
    expect(after.decode(codec.encode(marked)).attempt.bookmarks).toEqual([second]);
  });

  test('is stored for an LMS, sealed', () => {
    const text = codec.encode(marked);
    expect(codec.decode(text)).toMatchObject({ attempt: { bookmarks: [first, second] } });
    const damaged = codec.decode(`${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`);
    expect(damaged.attempt.bookmarks).toEqual([]);
    expect(damaged.unread).toEqual([{ part: 'bookmarks' }]);
    expect(codec.encode(copies.widest(structure)).length).toBeGreaterThan(text.length);
  });

  test('is reported to an LMS in a row of its own', () => {
    const after = model.record(marked, mark(third));
    const course = {
      structure,
      rule: { lessons: 'all', cases: 'all', checks: 'passed' },
    } as const;
    const [row, ...others] = stored.report(mark(third), marked, after, course);
    expect(row).toMatchObject({ id: `bookmark.${third}`, kind: 'choice' });
    expect(others).toEqual([]);
    const reported = model.record(after, {
      type: 'interaction.reported',
      interaction: `bookmark.${third}`,
    });
    expect(codec.decode(codec.encode(reported)).attempt.rows).toEqual([`bookmark.${third}`]);
  });

  test('leaves what was stored before it readable', () => {
    const before = played(structure, [
      { type: 'lesson.viewed', lesson: first },
      { type: 'case.chosen', case: 'case-of-somebody-0', scene: 'scene-0', choice: 'choice-0' },
      { type: 'check.finished', check: 'module-0', score: 1 },
    ]);
    const text = attemptCodec(structure).encode(before);
    const { attempt, problem } = codec.decode(text);
    expect(problem).toBeUndefined();
    expect(attempt).toEqual({ ...before, bookmarks: [] });
    expect(attempts.fresh).not.toHaveProperty('bookmarks');
  });
});
