import type { Day } from '../course/day.ts';

/** A page that may be dealt. */
export interface Card {
  readonly id: string;
  /** Tracks whose way it is on. */
  readonly tracks: readonly string[];
  /** Tracks that begin with it. */
  readonly firstOf?: readonly string[];
  readonly isDone: boolean;
}

/** The cards of a track in the order of its way; all of them where the track has none. */
export function cardsOf<T extends Card>(cards: readonly T[], track: string): T[] {
  const trackCards = cards.filter(({ tracks }) => tracks.includes(track));
  const isFirst = ({ firstOf }: Card) => firstOf?.includes(track) === true;
  const chosen = trackCards.length > 0 ? trackCards : cards;
  return [...chosen.filter(isFirst), ...chosen.filter((card) => !isFirst(card))];
}

/** Number of days since 1 January 1970; the same day deals the same card everywhere. */
const numberOf = (day: Day): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/**
 * The card of a day: the first that is not done; when all are, each in turn.
 * @returns undefined where there is none
 */
export const dealt = <T extends Card>(cards: readonly T[], day: Day): T | undefined =>
  cards.find(({ isDone }) => !isDone) ?? inTurn(cards, day);

/** Picks one of a list, each day the next. */
export const inTurn = <T>(list: readonly T[], day: Day): T | undefined =>
  list[((numberOf(day) % list.length) + list.length) % list.length];

/**
 * The next working days, a card each, from the day after.
 * @param most how many at most
 */
export function workingDays<T>(cards: readonly T[], after: Day, most: number): [Day, T][] {
  const days: [Day, T][] = [];
  const date = new Date(`${after}T00:00:00Z`);
  for (const card of cards.slice(0, most)) {
    do date.setUTCDate(date.getUTCDate() + 1);
    while (date.getUTCDay() % 6 === 0);
    days.push([date.toISOString().slice(0, 10), card]);
  }
  return days;
}
