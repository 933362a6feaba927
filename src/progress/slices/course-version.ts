import type { CaseChosen } from './cases.ts';
import type { LessonViewed } from './lessons.ts';
import type { Slice } from './slice.ts';
import type { MigrationLoss } from './copies/copied-slice.ts';

/** The version of the course that an attempt belongs to, and what the learner has not yet seen of an update. */
export interface CourseVersionState {
  readonly version: string;
  /** The version before the update; absent once the learner has dismissed the note about it. */
  readonly since?: string;
  /** Ids of the finished lessons and cases that changed so much that the learner should do them again. */
  readonly again: readonly string[];
  /** Records that the update dropped. An LMS does not store them, so they are absent in its next session. */
  readonly lost?: readonly MigrationLoss[];
}

/** The learner opened the course for the first time, or in another version than before. */
export interface CourseUpgraded {
  readonly type: 'course.upgraded';
  readonly edition: CourseVersionState;
  /** Ids of the checks whose open try cannot continue. */
  readonly changedChecks?: readonly string[];
}

/** The learner dismissed the note about an update. */
export interface UpgradeDismissed {
  readonly type: 'upgrade.dismissed';
}

export type VersionState = CourseVersionState | undefined;
export type VersionEvent = CourseUpgraded | UpgradeDismissed | LessonViewed | CaseChosen;

/** The version of the course that the attempt belongs to; undefined until an event sets it. */
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
      // Events of other slices have types that this slice does not know.
      default:
        return state;
    }
  },
};

function withoutPage(state: VersionState, page: string): VersionState {
  if (state?.again.includes(page) !== true) return state;
  return { ...state, again: state.again.filter((id) => id !== page) };
}
