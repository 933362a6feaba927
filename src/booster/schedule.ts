import { objectOf } from '../codec/json.ts';
import { type Day, dayAfter, isDay } from '../course/day.ts';

/**
 * Intervals before questions come back, in days. The rule follows the trials of Kerfoot and others: the interval after
 * a wrong answer is half that after a right one, and a question retires after two right answers in a row. The trials
 * whose abstracts the course authors have read used 12 and 24 days, or 3 and 6 weeks.
 */
const wrongDays = 8;
const rightDays = 16;
const retiredAfter = 2;

/** A question that comes back. */
export interface BoosterItem {
  /** Id of the original question. */
  readonly question: string;
  /** Id of the variant asked last. */
  readonly asked: string;
  /** Right answers in a row, 0 to 2. */
  readonly streak: number;
  /** The day of the last answer. */
  readonly on: Day;
}

/** Whether a question has been answered correctly often enough to retire. */
export const isRetired = ({ streak }: BoosterItem): boolean => streak >= retiredAfter;

/** The day on which an item is due, unless it has retired. */
export const dueOn = ({ streak, on }: BoosterItem): Day =>
  dayAfter(on, streak > 0 ? rightDays : wrongDays);

/** The items due on a day, the longest overdue first. */
export const dueAt = (items: readonly BoosterItem[], today: Day): BoosterItem[] =>
  byDue(items.filter((item) => !isRetired(item) && dueOn(item) <= today));

/** Future days with the items due on them, the nearest first. */
export function comingAfter(
  items: readonly BoosterItem[],
  today: Day,
): readonly (readonly [Day, readonly BoosterItem[]])[] {
  const coming = new Map<Day, readonly BoosterItem[]>();
  for (const item of byDue(items.filter((one) => !isRetired(one) && dueOn(one) > today)))
    coming.set(dueOn(item), [...(coming.get(dueOn(item)) ?? []), item]);
  return [...coming];
}

const byDue = (items: readonly BoosterItem[]) =>
  [...items].sort(
    (one, other) => compare(dueOn(one), dueOn(other)) || compare(one.question, other.question),
  );

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The items after an answer, in a check or in the booster itself.
 * @param question id of the original question of the item; an unknown one is added
 * @param asked id of the variant that was asked
 */
export function answered(
  items: readonly BoosterItem[],
  question: string,
  asked: string,
  isRight: boolean,
  today: Day,
): BoosterItem[] {
  const before = items.find((item) => item.question === question);
  // Two right answers on one day show only that the explanation was seen twice, not that memory lasted.
  const isAgain = before !== undefined && before.on === today && before.streak > 0;
  const streak = !isRight
    ? 0
    : isAgain
      ? before.streak
      : Math.min(retiredAfter, (before?.streak ?? 0) + 1);
  return [...items.filter((item) => item !== before), { question, asked, streak, on: today }];
}

/** Adds questions that are to come back although nobody has answered them, as after a workshop. */
export const withUnanswered = (
  items: readonly BoosterItem[],
  questions: readonly string[],
  on: Day,
): BoosterItem[] => [
  ...items,
  ...questions
    .filter((question) => !items.some((item) => item.question === question))
    .map((question) => ({ question, asked: question, streak: 0, on })),
];

/**
 * Corrects items answered on a future day, which means that the clock was wrong then or has been set back since. Such
 * an item counts from today, so that it never waits longer than sixteen days.
 */
export const settled = (items: readonly BoosterItem[], today: Day): BoosterItem[] =>
  items.map((item) => (item.on > today ? { ...item, on: today } : item));

/**
 * Merges the items of two devices. The later answer to each item wins; of two on the same day, the one with the shorter
 * streak, which asks once too often rather than once too rarely. The merge is commutative.
 */
export function united(
  here: readonly BoosterItem[],
  brought: readonly BoosterItem[],
): BoosterItem[] {
  const all = new Map<string, BoosterItem>();
  for (const item of [...here, ...brought]) {
    const other = all.get(item.question);
    all.set(item.question, other === undefined || isLater(item, other) ? item : other);
  }
  return [...all.values()].sort((one, other) => compare(one.question, other.question));
}

const isLater = (item: BoosterItem, other: BoosterItem) =>
  (compare(item.on, other.on) || other.streak - item.streak || compare(item.asked, other.asked)) >
  0;

/** Reads items from a stored value and drops malformed ones; undefined if the value is not an array. */
export function itemsFrom(value: unknown): BoosterItem[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = (value as unknown[]).flatMap((entry): BoosterItem[] => {
    const { question, asked, streak, on } = objectOf(entry) ?? {};
    return typeof question === 'string' &&
      typeof asked === 'string' &&
      (streak === 0 || streak === 1 || streak === 2) &&
      isDay(on)
      ? [{ question, asked, streak, on }]
      : [];
  });
  return united(items, []);
}
