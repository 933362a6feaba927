import { type Slice, union } from './slice.ts';

export interface LessonViewed {
  readonly type: 'lesson.viewed';
  readonly lesson: string;
}

/** Ids of the lessons read to the end. */
export const lessons: Slice<readonly string[], LessonViewed> = {
  initial: [],
  acts: ['lesson.viewed'],
  isProgress: (viewed) => viewed.length > 0,
  reduce: (viewed, event) =>
    event.type === 'lesson.viewed' ? union(viewed, [event.lesson]) : viewed,
};
