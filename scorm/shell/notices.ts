import type { Session } from '../../src/progress/session.ts';
import type { Connection } from './connection.ts';
import type { CourseData } from './course-data.ts';
import { choose, element, show } from './parts.ts';

/** Shows the notices on the session itself that apply at its start. */
export function showNotices({ session, problem, detail }: Connection): void {
  const place = element('shell-no-lms');
  choose(place, 'problem', isSandboxed() ? 'sandbox' : (problem ?? ''));
  for (const text of place?.querySelectorAll('[data-detail]') ?? []) text.textContent = detail;
  show('shell-no-lms', problem !== undefined);

  const isReview = session.mode !== 'normal';
  show('shell-review', isReview);
  show('shell-exit', session.place === 'lms');
  choose(element('shell-exit'), 'mode', isReview ? 'review' : 'normal');
  masteryScore(session);
  show('shell-unread', session.saveStatus === 'unread');
}

/** Whether a notice of the script for other copies (`copies-notices.ts`) may apply. */
export const mayTellOfCopies = (
  { attempt: { edition }, lost, offer, unread }: Session,
  { version }: CourseData,
): boolean =>
  offer !== undefined ||
  lost.length + unread.length > 0 ||
  (edition !== undefined && (edition.version !== version || edition.since !== undefined));

/** Whether the LMS shows the course in a sandboxed frame with an opaque origin, which cannot access other windows. */
export const isSandboxed = (): boolean => window.origin === 'null' && location.protocol !== 'file:';

function masteryScore({ masteryScore: score }: Session) {
  const percent = element('shell-mastery')?.querySelector('[data-percent]');
  if (score === undefined || !percent) return;
  const form = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  percent.textContent = form.format(score);
  show('shell-mastery', true);
}
