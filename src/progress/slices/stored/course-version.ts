import { type Digit, flagDigits, type MixedRadixReader } from '../../../codec/mixed-radix.ts';
import type { Structure } from '../../../course/structure.ts';
import type { CourseVersionState, VersionEvent, VersionState as State } from '../course-version.ts';
import type { StoredSlice } from './stored-slice.ts';

/** Stored as the three numbers of each version, and one flag for each page to read again. */
export const storedCourseVersion: StoredSlice<State, VersionEvent> = {
  written: 'with-progress',
  parts: (structure) => [
    {
      key: 'version',
      name: { part: 'version' },
      survivesDamage: true,
      write: (state) => (state === undefined ? [] : digitsOf(state, structure)),
      read: (reader) => readState(reader, structure),
    },
  ],
};

/** Ids of the pages that an update may ask to read again: lessons, then cases. */
export const pagesOf = ({ lessons, cases }: Structure) => [
  ...lessons,
  ...cases.map(({ id }) => id),
];

const numbers = 64;

const versionDigits = (version: string): Digit[] =>
  version.split('.').map((number): Digit => [Math.min(numbers - 1, Number(number)), numbers]);

const readVersion = (reader: MixedRadixReader): string =>
  [reader.take(numbers), reader.take(numbers), reader.take(numbers)].join('.');

/** Flags for presence, `since` and pages to read again; then `version`; `since`; one flag for each page. */
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
