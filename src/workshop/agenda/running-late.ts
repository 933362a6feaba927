import { type Day, type Session, wholeDay } from './agenda.ts';

/** A day with adjusted times. */
export interface Shifted {
  readonly day: Day;
  /** Minutes by which the day ends late even though all sessions are shortened as far as possible. */
  readonly over: number;
}

/**
 * Converts a clock time to minutes after midnight of the day of a session. A time long before the start of the session
 * is taken as after the next midnight.
 */
export const minutesOfDay = ({ start }: Session, clock: number): number =>
  clock < start - wholeDay / 2 ? clock + wholeDay : clock;

/**
 * Adjusts the rest of a day after a session ended late or early. The following sessions are shifted and shortened
 * towards their minimum, the longest first, so that the day ends in time if possible. Breaks keep their length.
 * @param ended index of the session that has ended
 * @param now time at which it ended, in minutes after midnight
 */
export function afterEnd(day: Day, ended: number, now: number): Shifted {
  const done = day.sessions
    .slice(0, ended + 1)
    .map((session, place) =>
      place === ended ? { ...session, minutes: Math.max(0, now - session.start) } : session,
    );
  const rest = day.sessions.slice(ended + 1);
  const minutes = rest.map((session) => session.minutes);
  const all = () => minutes.reduce((sum, each) => sum + each, 0);
  let excess = now + all() - day.end;
  while (excess > 0) {
    const [longest] = rest
      .map((session, place) => ({ place, spare: (minutes[place] ?? 0) - floor(session) }))
      .filter(({ spare }) => spare > 0)
      .sort((one, other) => other.spare - one.spare);
    if (longest === undefined) break;
    const by = Math.min(5, excess, longest.spare);
    minutes[longest.place] = (minutes[longest.place] ?? 0) - by;
    excess -= by;
  }
  let start = now;
  const later = rest.map((session, place): Session => {
    const timed = { ...session, start, minutes: minutes[place] ?? 0 };
    start += timed.minutes;
    return timed;
  });
  return { day: { ...day, sessions: [...done, ...later] }, over: Math.max(0, start - day.end) };
}

const floor = ({ least, minutes }: Session) => Math.min(least, minutes);
