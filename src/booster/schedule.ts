import { objectOf } from '../codec/json.ts';
import { type Day, dayAfter, isDay } from '../course/day.ts';

/**
 * Intervals after which questions come back, in days. The rule is that of the trials of Kerfoot and others: after
 * a wrong answer in half the time of a right one, and no more after two right answers in a row. The trials whose
 * abstracts the course has read waited 12 and 24 days, or 3 and 6 weeks.
 */
const wrongDays = 8;
const rightDays = 16;
const retiredAfter = 2;

/** A question that comes back. */
export interface BoosterItem {
  /** Id of the question with which it began. */
  readonly question: string;
  /** Id of the variant that was asked last. */
  readonly asked: string;
  /** Right answers in a row, 0 to 2. */
  readonly streak: number;
  /** The day on which it was last answered. */
  readonly on: Day;
}

/** Whether a question has been answered right often enough not to come back. */
export const isRetired = ({ streak }: BoosterItem): boolean => streak >= retiredAfter;

/** The day from which an item is asked again. A retired one has none. */
export const dueOn = ({ streak, on }: BoosterItem): Day =>
  dayAfter(on, streak > 0 ? rightDays : wrongDays);

/** The items that are asked on a day, the longest overdue first. */
export const dueAt = (items: readonly BoosterItem[], today: Day): BoosterItem[] =>
  byDue(items.filter((item) => !isRetired(item) && dueOn(item) <= today));

/** Days to come with the items that come back on them, the next first. */
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
 * @param question id of the question with which the item began; a new one joins
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
  // Twice right on one day is one look at the same explanation, not memory that lasted.
  const isAgain = before !== undefined && before.on === today && before.streak > 0;
  const streak = !isRight
    ? 0
    : isAgain
      ? before.streak
      : Math.min(retiredAfter, (before?.streak ?? 0) + 1);
  return [...items.filter((item) => item !== before), { question, asked, streak, on: today }];
}

/** The items with questions that are to come back though nobody answered them, as after a workshop. */
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
 * The items as they stand on a day. Nothing was answered on a day that has not come: the clock was wrong then,
 * or was set back since, and such an item counts from today, so that it never waits longer than sixteen days.
 */
export const settled = (items: readonly BoosterItem[], today: Day): BoosterItem[] =>
  items.map((item) => (item.on > today ? { ...item, on: today } : item));

/**
 * The items of two devices, united: of each item the later answer; of two on one day the shorter row of right
 * answers, which asks once more rather than once too little. The order of uniting does not matter.
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

/** The items of a stored value, those left out that are not well formed; undefined where it is no list. */
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
