import { flagDigits } from '../../../codec/mixed-radix.ts';
import type { LessonViewed } from '../lessons.ts';
import type { StoredSlice } from './stored-slice.ts';

/** Stored as one flag for each lesson. */
export const storedLessons: StoredSlice<readonly string[], LessonViewed> = {
  size: (viewed) => viewed.length,
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
};
