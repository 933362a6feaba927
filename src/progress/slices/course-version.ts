import { type Digit, flagDigits, type MixedRadixReader } from '../../codec/mixed-radix.ts';
import type { Structure } from '../../course/structure.ts';
import { isLater, versionForm } from '../../course/version.ts';
import type { CaseChosen } from './cases.ts';
import { listOf, objectOf, stringsOf } from './json.ts';
import type { LessonViewed } from './lessons.ts';
import { type MigrationLoss, type Slice, type StoredSlice, union } from './slice.ts';

/** To which version of the course a record belongs, and what of an update the learner has still to see. */
export interface CourseVersionState {
  readonly version: string;
  /** The version before the update, until the learner has put the note about it away. */
  readonly since?: string;
  /** Lessons and cases that were done before they changed so that they should be read again. */
  readonly again: readonly string[];
  /** What the update cost, as long as it is remembered; an LMS does not keep it. */
  readonly lost?: readonly MigrationLoss[];
}

/** The course is met in another version than before, or for the first time. */
export interface CourseUpgraded {
  readonly type: 'course.upgraded';
  readonly edition: CourseVersionState;
  /** Checks whose try in progress cannot go on. */
  readonly changedChecks?: readonly string[];
}

/** The note about an update was put away. */
export interface UpgradeDismissed {
  readonly type: 'upgrade.dismissed';
}

type State = CourseVersionState | undefined;
type Event = CourseUpgraded | UpgradeDismissed | LessonViewed | CaseChosen;

/** The version of the course that the attempt belongs to; undefined until something says it. */
export const courseVersion: Slice<State, Event> = {
  initial: undefined,
  written: 'with-progress',
  reduce(state, event) {
    switch (event.type) {
      case 'course.upgraded':
        return event.edition;
      case 'upgrade.dismissed':
        return state?.since === undefined ? state : { version: state.version, again: state.again };
      case 'lesson.viewed':
        return withoutPage(state, event.lesson);
      case 'case.chosen':
        return event.ended === undefined ? state : withoutPage(state, event.case);
      case 'other':
        return state;
    }
  },
  merge,
  fromJson(value) {
    const { version, since, again, lost } = objectOf(value) ?? {};
    if (!isVersion(version)) return undefined;
    return {
      version,
      ...(isVersion(since) && { since }),
      again: stringsOf(again),
      // Only shown, in sentences found by its parts: what has no sentence is passed over there.
      ...(lost !== undefined && { lost: listOf(lost).filter(objectOf) as MigrationLoss[] }),
    };
  },
};

/** Stored as numbers, and the pages to read again as flags. */
export const storedCourseVersion: StoredSlice<State, Event> = {
  migrate(state, { lessons, cases }) {
    const isKnown = (id: string) => lessons.includes(id) || cases.some((shape) => shape.id === id);
    return {
      state: state && { ...state, again: state.again.filter(isKnown) },
      lost: [],
    };
  },
  parts: (structure) => [
    {
      key: 'version',
      name: { part: 'version' },
      survivesDamage: true,
      write: (state) => (state === undefined ? [] : digitsOf(state, structure)),
      read: (reader) => readState(reader, structure),
    },
  ],
  widest: (structure) => ({
    version: '63.63.63',
    since: '62.62.62',
    again: pagesOf(structure),
  }),
};

function withoutPage(state: State, page: string): State {
  if (state?.again.includes(page) !== true) return state;
  return { ...state, again: state.again.filter((id) => id !== page) };
}

/** The earlier of the two, so that what changed since is told of everything; nothing owed is forgotten. */
function merge(one: State, other: State): State {
  if (one === undefined || other === undefined) return one ?? other;
  const [earlier, later] = isLater(one.version, other.version) ? [other, one] : [one, other];
  const since = earlier.since ?? later.since;
  return {
    version: earlier.version,
    ...(since !== undefined && { since }),
    again: union(one.again, other.again),
  };
}

const pagesOf = ({ lessons, cases }: Structure) => [...lessons, ...cases.map(({ id }) => id)];

const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && versionForm.test(value);

const numbers = 64;

const versionDigits = (version: string): Digit[] =>
  version.split('.').map((number): Digit => [Math.min(numbers - 1, Number(number)), numbers]);

const readVersion = (reader: MixedRadixReader): string =>
  [reader.take(numbers), reader.take(numbers), reader.take(numbers)].join('.');

/** Present, an open note, pages to read again; the version; the version before; the pages. */
function digitsOf({ version, since, again }: CourseVersionState, structure: Structure): Digit[] {
  return [
    ...flagDigits([true, since !== undefined, again.length > 0]),
    ...versionDigits(version),
    ...(since === undefined ? [] : versionDigits(since)),
    ...(again.length > 0 ? flagDigits(pagesOf(structure).map((id) => again.includes(id))) : []),
  ];
}

function readState(reader: MixedRadixReader, structure: Structure): State {
  const [isPresent, hasSince, hasAgain] = reader.flags(3);
  if (!isPresent) return undefined;
  const version = readVersion(reader);
  const since = hasSince ? readVersion(reader) : undefined;
  const pages = pagesOf(structure);
  const isAgain = hasAgain ? reader.flags(pages.length) : [];
  return {
    version,
    ...(since !== undefined && { since }),
    again: pages.filter((_, index) => isAgain[index]),
  };
}
