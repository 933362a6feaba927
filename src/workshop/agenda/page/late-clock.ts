import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { type Agenda, clockTime, fromClockTime, type Session } from '../agenda.ts';
import { timesOf } from '../agenda-exports.ts';
import { afterEnd, minutesOfDay } from '../running-late.ts';

/** Fills the selection of the session that has just ended, and preserves the current choice. */
export function fillSessions(page: HTMLElement, agenda: Agenda, nameOf: NameOf): void {
  const which = part(page, 'which') as HTMLSelectElement;
  const chosen = which.value;
  which.replaceChildren(
    ...agenda.flatMap(({ sessions }, day) =>
      sessions.map((session, place) => new Option(nameOf(session, day), `${day}:${place}`)),
    ),
  );
  which.value = chosen;
  if (which.selectedIndex < 0) which.selectedIndex = 0;
}

/** Name of a session in the list of choices, with its day if there are several. */
type NameOf = (session: Session, day: number) => string;

/** Sets the end of the session to the current time. */
export function takeNow(page: HTMLElement): void {
  const now = new Date();
  const at = part(page, 'at') as HTMLInputElement;
  at.value = clockTime(now.getHours() * 60 + now.getMinutes());
}

/** Shows the adjusted rest of the day after a session that ended later or earlier than planned. */
export function showClock(
  page: HTMLElement,
  agenda: Agenda,
  titleOf: (session: Session) => string,
): void {
  const [day = 0, place = 0] = (part(page, 'which') as HTMLSelectElement).value
    .split(':')
    .map(Number);
  const at = fromClockTime((part(page, 'at') as HTMLInputElement).value);
  const planned = agenda[day];
  const said = part(page, 'clock-said');
  const list = part(page, 'shifted');
  said.textContent = '';
  list.replaceChildren();
  const ended = planned?.sessions[place];
  if (at === undefined || planned === undefined || ended === undefined) return;
  const { day: shifted, over } = afterEnd(planned, place, minutesOfDay(ended, at));
  said.textContent =
    over > 0
      ? interpolate(page.dataset['over'], { minutes: over })
      : String(page.dataset['inTime']);
  list.replaceChildren(
    ...shifted.sessions.slice(place + 1).map((session) => {
      const line = document.createElement('li');
      line.textContent = `${timesOf(session)} ${titleOf(session)}`;
      return line;
    }),
  );
}
