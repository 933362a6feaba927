import { isBlank } from '../../src/progress/attempt.ts';
import type { Session } from '../../src/progress/session.ts';
import { isOutdated } from '../../src/progress/version-upgrade.ts';
import type { CourseData } from './course-data.ts';
import type { NoticeActs } from './load-copies.ts';
import { element, onClick, show } from './parts.ts';

/**
 * Shows the applicable notices on other copies of the progress: a copy on the device, an update, unreadable
 * parts.
 * @param notices the notices as HTML, inserted into the page on first use
 */
export function showCopiesNotices(
  notices: string,
  session: Session,
  course: CourseData,
  acts: NoticeActs,
): void {
  if (element('shell-offer') === null) {
    element('shell-unread')?.insertAdjacentHTML('beforebegin', notices);
    wire(session, course, acts);
  }
  unread(session, course);
  update(session, course);
  offer(session);
}

function wire(session: Session, { record }: CourseData, acts: NoticeActs) {
  const away = (id: string) => {
    show(id, false);
    acts.putAway();
  };
  onClick('updated-more', () => {
    show('shell-updated', false);
    acts.open(record);
  });
  // The record page shows the note on the update until it is dismissed, here or there.
  onClick('updated-dismiss', () => {
    session.record({ type: 'upgrade.dismissed' });
    show('shell-updated', false);
  });
  onClick('offer-accept', () => {
    session.accept();
    acts.accepted();
  });
  onClick('offer-decline', () => {
    session.decline();
    away('shell-offer');
  });
}

/** Lists the parts of the stored progress that could not be read; they have not been overwritten yet. */
function unread(session: Session, { pages }: CourseData) {
  const place = element('shell-unread');
  const list = place?.querySelector('[data-parts]');
  list?.replaceChildren(
    ...session.unread.map(({ part, id }) => {
      const line = document.createElement('li');
      const name =
        document.querySelector(`#shell-parts [data-part-name="${part}"]`)?.textContent ?? part;
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
