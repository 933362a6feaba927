import { flagDigits } from '../../../src/codec/mixed-radix.ts';
import { type Slice, union } from '../../../src/progress/slices/slice.ts';
import type {
  CopiedSlice,
  MigrationLoss,
} from '../../../src/progress/slices/copies/copied-slice.ts';
import type { StoredSlice } from '../../../src/progress/slices/stored/stored-slice.ts';

export interface LessonBookmarked {
  readonly type: 'lesson.bookmarked';
  readonly lesson: string;
}

const rowOf = (lesson: string) => `bookmark.${lesson}`;

/** Lessons that the learner means to come back to. */
export const bookmarks: Slice<readonly string[], LessonBookmarked> = {
  initial: [],
  acts: ['lesson.bookmarked'],
  reduce: (marked, event) =>
    event.type === 'lesson.bookmarked' ? union(marked, [event.lesson]) : marked,
};

/** Stored as one flag for each lesson; each is a row of the log. */
export const storedBookmarks: StoredSlice<readonly string[], LessonBookmarked> = {
  size: (marked) => marked.length,
  parts: ({ lessons }) => [
    {
      key: 'bookmarks',
      name: { part: 'bookmarks' },
      survivesDamage: true,
      write: (marked) => flagDigits(lessons.map((id) => marked.includes(id))),
      read(reader) {
        const isMarked = reader.flags(lessons.length);
        return lessons.filter((_, index) => isMarked[index]);
      },
    },
  ],
  logIds: ({ lessons }) => [lessons.map(rowOf)],
  report: (event, before, after) =>
    event.type === 'lesson.bookmarked' && before !== after
      ? { id: rowOf(event.lesson), kind: 'choice', response: ['marked'], positions: [0] }
      : undefined,
};

/** Two lists in one; marks of lessons that are gone are gone. */
export const copiedBookmarks: CopiedSlice<readonly string[]> = {
  merge: union,
  migrate(marked, { lessons }) {
    const isKnown = (id: string) => lessons.includes(id);
    return {
      state: marked.filter(isKnown),
      lost: marked
        .filter((id) => !isKnown(id))
        .map((id): MigrationLoss => ({ part: 'lesson', id, why: 'removed' })),
    };
  },
  widest: ({ lessons }) => lessons,
};
