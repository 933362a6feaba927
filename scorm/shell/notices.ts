import { isBlank } from '../../src/progress/attempt.ts';
import { isOutdated } from '../../src/progress/version-upgrade.ts';
import type { Session } from '../../src/progress/session.ts';
import type { Connection } from './connection.ts';
import type { CourseData } from './course-data.ts';
import { choose, element, show } from './parts.ts';

/** What the learner should know at the start of a session, each said only where it is so. */
export function showNotices({ session, problem, detail }: Connection, course: CourseData): void {
  const place = element('shell-no-lms');
  choose(place, 'problem', isSandboxed() ? 'sandbox' : (problem ?? ''));
  for (const text of place?.querySelectorAll('[data-detail]') ?? []) text.textContent = detail;
  show('shell-no-lms', problem !== undefined);

  const isReview = session.mode !== 'normal';
  show('shell-review', isReview);
  show('shell-exit', session.place === 'lms');
  choose(element('shell-exit'), 'mode', isReview ? 'review' : 'normal');
  masteryScore(session);
  unread(session, course);
  update(session, course);
  offer(session);
}

/** Whether the LMS shows the course in a frame that has no origin, and so reaches no other window. */
export const isSandboxed = (): boolean => window.origin === 'null' && location.protocol !== 'file:';

function masteryScore({ masteryScore: score }: Session) {
  const percent = element('shell-mastery')?.querySelector('[data-percent]');
  if (score === undefined || !percent) return;
  const form = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  percent.textContent = form.format(score);
  show('shell-mastery', true);
}

/** Which parts of the stored progress could not be read; nothing is written over them yet. */
function unread(session: Session, { pages }: CourseData) {
  show('shell-unread', session.saveStatus === 'unread');
  const place = element('shell-unread');
  const list = place?.querySelector('[data-parts]');
  list?.replaceChildren(
    ...session.unread.map(({ part, id }) => {
      const line = document.createElement('li');
      const name = place?.querySelector(`[data-part-name="${part}"]`)?.textContent ?? part;
      const title = pages.find((page) => page.id === id)?.title ?? id;
      line.textContent = title === undefined ? name : `${name}: ${title}`;
      return line;
    }),
  );
}

function update({ attempt, lost }: Session, { pages, version }: CourseData) {
  const changed = lost.filter(({ why }) => why === 'changed');
  element('shell-updated')
    ?.querySelector('[data-parts]')
    ?.replaceChildren(
      ...changed.map(({ id }) => {
        const line = document.createElement('li');
        line.textContent = pages.find((page) => page.id === id)?.title ?? id;
        return line;
      }),
    );
  show('shell-afresh', changed.length > 0);
  const isUpdated =
    attempt.edition !== undefined && !isBlank(attempt) && isOutdated(attempt, version);
  show('shell-updated', changed.length > 0 || isUpdated || attempt.edition?.since !== undefined);
}

function offer({ offer: gain }: Session) {
  show('shell-offer', gain !== undefined);
  if (gain === undefined) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-offer]')) {
    const count = gain[place.dataset['offer'] as keyof typeof gain];
    place.textContent = String(count);
    const line = place.closest('div');
    if (line) line.hidden = count === 0;
  }
}
