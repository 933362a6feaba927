import { isBlank } from '../../src/progress/attempt.ts';
import type { Session } from '../../src/progress/session.ts';
import type { Connection } from './connection.ts';
import type { CourseData } from './course-data.ts';
import { choose, element } from './parts.ts';
import { progressText } from './progress-text.ts';

/** Shows whether progress is saved, and offers it as text if no copy is kept. */
export function showSaveStatus({ session, recorder }: Connection, course: CourseData): void {
  const line = element('shell-keeping');
  const { saveStatus } = recorder;
  const before = line?.dataset['state'];
  const words = wordsFor(session, saveStatus);
  if (line && (before !== saveStatus || line.dataset['words'] !== words)) {
    // The line changes to pending and back on every page, so it is visible but not announced.
    const isCalm = [before, saveStatus].every((state) => state === 'kept' || state === 'pending');
    line.ariaLive = isCalm ? 'off' : 'polite';
    line.dataset['state'] = saveStatus;
    line.dataset['words'] = words;
    choose(line, 'keeping', words);
  }
  const isAlone = session.place === 'lms' && session.mode === 'normal' && !session.hasCopy;
  showText(session, course, saveStatus === 'not-saved' || (isAlone && !isBlank(session.attempt)));
}

/** Shows the progress as text to copy. The learner opens it, and every change of the progress updates it. */
function showText(session: Session, course: CourseData, isShown: boolean) {
  const place = element('shell-receipt');
  if (place === null) return;
  place.hidden = !isShown;
  const text = place.querySelector('[data-receipt]');
  if (isShown && text instanceof HTMLTextAreaElement)
    text.value = progressText(session, course, place.dataset);
}

/** Name of the message on how progress is saved; if it is not saved, of the message on the cause. */
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
