import type { CaseChosen } from './cases.ts';
import type { LessonViewed } from './lessons.ts';
import type { Slice } from './slice.ts';
import type { MigrationLoss } from './copies/copied-slice.ts';

/** The version of the course that a record belongs to, and what the learner has still to see of an update. */
export interface CourseVersionState {
  readonly version: string;
  /** The version before the update, until the learner has put the note about it away. */
  readonly since?: string;
  /** Lessons and cases that were done before they changed so that they should be read again. */
  readonly again: readonly string[];
  /** Losses by the update, as long as they are remembered; an LMS does not keep them. */
  readonly lost?: readonly MigrationLoss[];
}

/** The course is met in another version than before, or for the first time. */
export interface CourseUpgraded {
  readonly type: 'course.upgraded';
  readonly edition: CourseVersionState;
  /** Checks whose try in progress cannot go on. */
  readonly changedChecks?: readonly string[];
}

/** The note about an update was put away. */
export interface UpgradeDismissed {
  readonly type: 'upgrade.dismissed';
}

export type VersionState = CourseVersionState | undefined;
export type VersionEvent = CourseUpgraded | UpgradeDismissed | LessonViewed | CaseChosen;

/** The version of the course that the attempt belongs to; undefined until something says it. */
export const courseVersion: Slice<VersionState, VersionEvent> = {
  initial: undefined,
  reduce(state, event) {
    switch (event.type) {
      case 'course.upgraded':
        return event.edition;
      case 'upgrade.dismissed':
        return state?.since === undefined ? state : { version: state.version, again: state.again };
      case 'lesson.viewed':
        return withoutPage(state, event.lesson);
      case 'case.chosen':
        return event.ended === undefined ? state : withoutPage(state, event.case);
      // Events of other slices pass by, whatever they are called.
      default:
        return state;
    }
  },
};

function withoutPage(state: VersionState, page: string): VersionState {
  if (state?.again.includes(page) !== true) return state;
  return { ...state, again: state.again.filter((id) => id !== page) };
}
