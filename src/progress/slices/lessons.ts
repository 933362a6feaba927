import { flagDigits } from '../../codec/mixed-radix.ts';
import { type MigrationLoss, type Slice, type StoredSlice, union } from './slice.ts';
import { stringsOf } from './json.ts';

export interface LessonViewed {
  readonly type: 'lesson.viewed';
  readonly lesson: string;
}

/** Lessons read to the end, by id. */
export const lessons: Slice<readonly string[], LessonViewed> = {
  initial: [],
  acts: ['lesson.viewed'],
  isProgress: (viewed) => viewed.length > 0,
  reduce: (viewed, event) =>
    event.type === 'lesson.viewed' ? union(viewed, [event.lesson]) : viewed,
  merge: union,
  fromJson: stringsOf,
  gain: (less, more) => ({ lessons: more.filter((id) => !less.includes(id)).length }),
  practice: (viewed) => viewed,
};

/** Stored as one flag for each lesson. */
export const storedLessons: StoredSlice<readonly string[], LessonViewed> = {
  migrate(viewed, structure) {
    const isKnown = (id: string) => structure.lessons.includes(id);
    return {
      state: viewed.filter(isKnown),
      lost: viewed
        .filter((id) => !isKnown(id))
        .map((id): MigrationLoss => ({ part: 'lesson', id, why: 'removed' })),
    };
  },
  parts: (structure) => [
    {
      key: 'lessons',
      name: { part: 'lessons' },
      survivesDamage: true,
      write: (viewed) => flagDigits(structure.lessons.map((id) => viewed.includes(id))),
      read(reader) {
        const isViewed = reader.flags(structure.lessons.length);
        return structure.lessons.filter((_, index) => isViewed[index]);
      },
    },
  ],
  widest: (structure) => structure.lessons,
};
