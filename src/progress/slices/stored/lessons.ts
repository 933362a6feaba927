import { flagDigits } from '../../../codec/mixed-radix.ts';
import type { LessonViewed } from '../lessons.ts';
import { union } from '../slice.ts';
import type { MigrationLoss, StoredSlice } from './stored-slice.ts';

/** Stored as one flag for each lesson. */
export const storedLessons: StoredSlice<readonly string[], LessonViewed> = {
  merge: union,
  gain: (less, more) => ({ lessons: more.filter((id) => !less.includes(id)).length }),
  practice: (viewed) => viewed,
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
