import { union } from '../slice.ts';
import type { CopiedSlice, MigrationLoss } from './copied-slice.ts';

/** Merges the lessons read in both copies. */
export const copiedLessons: CopiedSlice<readonly string[]> = {
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
  widest: (structure) => structure.lessons,
};
