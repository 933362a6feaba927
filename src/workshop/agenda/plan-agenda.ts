import type { Agenda, Day, Session } from './agenda.ts';
import { lengths, type Part, type Wish } from './wish.ts';

/** An agenda that fits, or the parts to remove to make it fit. */
export type Planned =
  | { readonly agenda: Agenda }
  /** Parts to remove so that an agenda fits: all of `drop`, or any one of them if `isAny`. */
  | { readonly drop: readonly string[]; readonly isAny: boolean };

/** Minutes of a day outside the parts. */
const opening = { first: 20, later: 10 };
const closing = { last: 25, before: 10 };

/**
 * Plans a workshop. Parts keep the order of the wish. If time is short, they are shortened towards their minimum; if
 * there is time left, they are extended towards their maximum. Breaks are after a quarter, half and three quarters of a
 * day, or in the middle of half a day. Each is placed at the nearest end of a session, or within a long session.
 * @param parts all available parts; unknown ids in the wish are ignored
 */
export function planAgenda(wish: Wish, parts: readonly Part[]): Planned {
  const chosenParts = wish.parts.flatMap((id) => parts.find((part) => part.id === id) ?? []);
  const rooms = roomsOf(wish);
  const least = partition(
    rooms,
    chosenParts.map(({ minutes }) => minutes.least),
  );
  if (least === undefined) return toDrop(chosenParts, rooms);
  return { agenda: timed(wish, sized(chosenParts, rooms), rooms) };
}

/** Minutes available for parts on each day. */
function roomsOf({ length, pause, lunch }: Wish): number[] {
  const days: readonly number[] = lengths[length];
  return days.map(
    (minutes, day) => minutes - frameOf(day, days.length) - pausesOf(length, pause, lunch),
  );
}

const openingOf = (day: number) => (day === 0 ? opening.first : opening.later);
const closingOf = (day: number, days: number) => (day === days - 1 ? closing.last : closing.before);
const frameOf = (day: number, days: number) => openingOf(day) + closingOf(day, days);

/** Minutes of all breaks of a day. */
const pausesOf = (length: Wish['length'], pause: number, lunch: number) =>
  length === 'half-day' ? pause : 2 * pause + lunch;

/**
 * Number of sessions on each day, in order. Filling each day before the next is sufficient: if any partition in this
 * order fits, this one does.
 * @returns undefined if they do not fit
 */
function partition(rooms: readonly number[], minutes: readonly number[]): number[] | undefined {
  const counts = rooms.map(() => 0);
  let day = 0;
  let used = 0;
  for (const each of minutes) {
    while (day < rooms.length && used + each > (rooms[day] ?? 0)) {
      day++;
      used = 0;
    }
    if (day === rooms.length) return undefined;
    counts[day] = (counts[day] ?? 0) + 1;
    used += each;
  }
  return counts;
}

interface Sized extends Part {
  readonly allotted: number;
}

/** The parts of each day with their minutes, shortened or extended to fill the day. */
function sized(chosenParts: readonly Part[], rooms: readonly number[]): Sized[][] {
  const usual = chosenParts.map(({ minutes }) => minutes.usual);
  const least = chosenParts.map(({ minutes }) => minutes.least);
  const counts = partition(rooms, usual) ?? partition(rooms, least) ?? [];
  let from = 0;
  return counts.map((count, day) => {
    const dayParts = chosenParts.slice(from, from + count);
    from += count;
    return fill(dayParts, rooms[day] ?? 0);
  });
}

/** Distributes the free time of a day evenly, five minutes at a time, up to each part's limit. */
function fill(parts: readonly Part[], room: number): Sized[] {
  const minutesOf = parts.map(({ minutes }) => minutes.least);
  let free = room - minutesOf.reduce((sum, each) => sum + each, 0);
  // First up to the usual length, then up to the maximum.
  for (const bound of ['usual', 'most'] as const)
    for (let hasGrown = true; hasGrown && free >= 5;) {
      hasGrown = false;
      for (const [place, part] of parts.entries()) {
        const now = minutesOf[place] ?? 0;
        if (free < 5 || now + 5 > part.minutes[bound]) continue;
        minutesOf[place] = now + 5;
        free -= 5;
        hasGrown = true;
      }
    }
  return parts.map((part, place) => ({ ...part, allotted: minutesOf[place] ?? 0 }));
}

/** The sessions of each day with their times. */
function timed(wish: Wish, days: readonly Sized[][], rooms: readonly number[]): Agenda {
  return days.map((parts, day): Day => {
    const content: Omit<Session, 'start'>[] = [
      { kind: 'opening', minutes: openingOf(day), least: 5 },
      ...parts.map(({ id, allotted, minutes }) => ({
        kind: 'part' as const,
        part: id,
        minutes: allotted,
        least: minutes.least,
      })),
      { kind: 'closing', minutes: closingOf(day, rooms.length), least: 10 },
    ];
    let start = wish.start;
    const sessions = withPauses(content, wish).map((session): Session => {
      const timed = { ...session, start };
      start += session.minutes;
      return timed;
    });
    const end = wish.start + (lengths[wish.length][day] ?? 0);
    return { sessions, end };
  });
}

/** Maximum deviation of a break from its ideal time, in minutes; beyond it a session is split instead. */
const near = 25;

function withPauses(
  content: readonly Omit<Session, 'start'>[],
  { length, pause, lunch }: Wish,
): Omit<Session, 'start'>[] {
  const all = content.reduce((sum, { minutes }) => sum + minutes, 0);
  const short = { kind: 'break', minutes: pause, least: pause } as const;
  const long = { kind: 'lunch', minutes: lunch, least: lunch } as const;
  const pauses = length === 'half-day' ? [short] : [short, long, short];
  let rest = [...content];
  let behind = 0;
  const sessions: Omit<Session, 'start'>[] = [];
  for (const [place, each] of pauses.entries()) {
    const target = (all * (place + 1)) / (pauses.length + 1) - behind;
    const [head, tail] = cut(rest, target);
    sessions.push(...head, each);
    behind += head.reduce((sum, { minutes }) => sum + minutes, 0);
    rest = tail;
  }
  return [...sessions, ...rest];
}

type Untimed = Omit<Session, 'start'>;

/** Splits a list of sessions after `target` minutes, at the nearest end of a session or within a long one. */
function cut(sessions: readonly Untimed[], target: number): [Untimed[], Untimed[]] {
  let passed = 0;
  for (const [place, session] of sessions.entries()) {
    const end = passed + session.minutes;
    const isLast = place === sessions.length - 1;
    if (!isLast && Math.abs(end - target) <= near && end > 0)
      return [sessions.slice(0, place + 1), sessions.slice(place + 1)];
    if (end > target) {
      const before = Math.round((target - passed) / 5) * 5;
      const after = session.minutes - before;
      if (before < 10 && place > 0) return [sessions.slice(0, place), sessions.slice(place)];
      if (before < 10 || after < 10 || session.kind !== 'part')
        return isLast
          ? [sessions.slice(0, place), sessions.slice(place)]
          : [sessions.slice(0, place + 1), sessions.slice(place + 1)];
      const share = (minutes: number) => Math.min(minutes, Math.ceil(session.least / 2));
      return [
        [...sessions.slice(0, place), { ...session, minutes: before, least: share(before) }],
        [
          { ...session, minutes: after, least: share(after), isContinued: true as const },
          ...sessions.slice(place + 1),
        ],
      ];
    }
    passed = end;
  }
  return [[...sessions], []];
}

/** The fewest parts to remove so that the rest fits; those chosen last are removed first. */
function toDrop(chosenParts: readonly Part[], rooms: readonly number[]): Planned {
  const fitsWithout = (gone: ReadonlySet<number>) =>
    partition(
      rooms,
      chosenParts.filter((_, place) => !gone.has(place)).map(({ minutes }) => minutes.least),
    ) !== undefined;
  const places = chosenParts.map((_, place) => place);
  const singles = places.filter((place) => fitsWithout(new Set([place])));
  const ids = (list: readonly number[]) => list.flatMap((place) => chosenParts[place]?.id ?? []);
  if (singles.length > 0) return { drop: ids(singles), isAny: true };
  // Removes the longest parts until the rest fits, then restores those that fit after all.
  const gone = new Set<number>();
  const longest = [...places].sort(
    (one, other) =>
      (chosenParts[other]?.minutes.least ?? 0) - (chosenParts[one]?.minutes.least ?? 0) ||
      other - one,
  );
  for (const place of longest) {
    if (fitsWithout(gone)) break;
    gone.add(place);
  }
  for (const place of [...gone]) {
    const fewer = new Set(gone);
    fewer.delete(place);
    if (fitsWithout(fewer)) gone.delete(place);
  }
  return { drop: ids(places.filter((place) => gone.has(place))), isAny: false };
}
