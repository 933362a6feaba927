import { type Day, type Session, wholeDay } from './agenda.ts';

/** A day after something ran over. */
export interface Shifted {
  readonly day: Day;
  /** Minutes by which the day ends after its time although everything was cut that can be. */
  readonly over: number;
}

/**
 * A time of the clock as minutes of the day of a session: early in the morning, long before a session of the
 * evening began, is meant after midnight.
 */
export const minutesOfDay = ({ start }: Session, clock: number): number =>
  clock < start - wholeDay / 2 ? clock + wholeDay : clock;

/**
 * The rest of a day after a session ended late, or early: what follows begins later, and is cut towards its
 * least, longest first, so that the day ends in time if it can. Breaks keep their length.
 * @param ended place of the session that has ended
 * @param now when it ended, in minutes after midnight
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
