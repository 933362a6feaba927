import { type Digit, flagDigits, type MixedRadixReader } from '../../../codec/mixed-radix.ts';
import type { Structure } from '../../../course/structure.ts';
import type { CourseVersionState, VersionEvent, VersionState as State } from '../course-version.ts';
import type { StoredSlice } from './stored-slice.ts';

/** Stored as numbers, and the pages to read again as flags. */
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

/** Pages that may have to be read again: lessons and cases. */
export const pagesOf = ({ lessons, cases }: Structure) => [
  ...lessons,
  ...cases.map(({ id }) => id),
];

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
