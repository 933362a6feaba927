import { type Slice, union } from './slice.ts';

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
};
