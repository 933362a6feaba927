import { isBlank } from '../../src/progress/attempt.ts';
import type { Session } from '../../src/progress/session.ts';
import type { Connection } from './connection.ts';
import type { CourseData } from './course-data.ts';
import { choose, element } from './parts.ts';
import { progressText } from './progress-text.ts';

/** Shows whether progress is kept, and as a text where no copy of it is. */
export function showSaveStatus({ session, recorder }: Connection, course: CourseData): void {
  const line = element('shell-keeping');
  const { saveStatus } = recorder;
  const before = line?.dataset['state'];
  const words = wordsFor(session, saveStatus);
  if (line && (before !== saveStatus || line.dataset['words'] !== words)) {
    // Each page moves the line from kept to pending and back: seen, but not read out.
    const isCalm = [before, saveStatus].every((state) => state === 'kept' || state === 'pending');
    line.ariaLive = isCalm ? 'off' : 'polite';
    line.dataset['state'] = saveStatus;
    line.dataset['words'] = words;
    choose(line, 'keeping', words);
  }
  const isAlone = session.place === 'lms' && session.mode === 'normal' && !session.hasCopy;
  showText(session, course, saveStatus === 'not-saved' || (isAlone && !isBlank(session.attempt)));
}

/** The text of progress, to copy: opened by the learner, and brought up to date with each change. */
function showText(session: Session, course: CourseData, isShown: boolean) {
  const place = element('shell-receipt');
  if (place === null) return;
  place.hidden = !isShown;
  const text = place.querySelector('[data-receipt]');
  if (isShown && text instanceof HTMLTextAreaElement)
    text.value = progressText(session, course, place.dataset);
}

/** Name of the words that say how progress is kept; where it is not saved, the words for the cause. */
function wordsFor(
  { saveProblem, hasCopy }: Pick<Session, 'saveProblem' | 'hasCopy'>,
  saveStatus: string,
): string {
  if (saveStatus !== 'failing' && saveStatus !== 'not-saved') return saveStatus;
  if (saveProblem === 'mixed') return 'mixed';
  if (saveProblem === 'offline' && hasCopy) return 'offline';
  if (saveStatus === 'failing') return 'failing';
  if (!hasCopy) return 'no-copy';
  return saveProblem === 'ended' ? 'ended' : 'not-saved';
}
