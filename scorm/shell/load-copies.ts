import type { Copies } from '../../src/progress/copies.ts';
import type { Session } from '../../src/progress/session.ts';
import { loadScriptGlobal } from '../../src/site/load-script.ts';
import type { CourseData } from './course-data.ts';

/** Actions of the notices on the rest of the shell. */
export interface NoticeActs {
  /** Opens a page of the course by its URL relative to the shell. */
  readonly open: (href: string) => void;
  /** The learner restored the copy. */
  readonly accepted: () => void;
  /** The learner dismissed a notice, so the focus moves to the course. */
  readonly putAway: () => void;
}

/**
 * Interface of the script loaded on demand, which compares and merges other copies of the progress and shows
 * notices on them.
 */
export interface CopiesScript {
  copiesOf(course: Pick<CourseData, 'structure' | 'earlier'>): Copies;
  /** Shows the applicable notices on other copies. */
  showNotices(session: Session, course: CourseData, acts: NoticeActs): void;
}

/** Global that the script sets. */
export interface CopiesWindow {
  atiCopies?: CopiesScript;
}

/** Timeout for loading the script, in milliseconds, after which the session begins without it. */
const longest = 10_000;

/**
 * Loads the script, and tries once more if that fails.
 * @throws Error if the script cannot be loaded, or not in time
 */
export const loadCopies = (src: string): Promise<CopiesScript> => {
  const load = () => loadScriptGlobal<CopiesScript>(src, 'atiCopies');
  const late = new Promise<never>((_, reject) => setTimeout(reject, longest, new Error(src)));
  return Promise.race([load().catch(load), late]);
};
