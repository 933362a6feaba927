import type { Edition } from './edition-record.ts';
import type { Structure } from '../course/structure.ts';
import { type DigitReader, toDigits, toFlags } from './digits.ts';

type Pages = Pick<Structure, 'lessons' | 'cases'>;

/** Parts the edition from the rows before it, in which it never stands: after `.` comes a digit. */
export const editionMark = '..';

const hasSince = 1;
const hasAgain = 2;

/**
 * The edition of an attempt: the version, a digit for each of its three numbers; flags; the version
 * before an update of which a note is open; lessons and cases to read again, as flags. What was lost
 * is told once and not kept.
 */
export function editionText(edition: Edition | undefined, structure: Pages): string {
  if (edition === undefined) return '';
  const { version, since, again } = edition;
  const flags = (since === undefined ? 0 : hasSince) + (again.length > 0 ? hasAgain : 0);
  return [
    editionMark,
    versionText(version),
    toDigits(flags, 1),
    since === undefined ? '' : versionText(since),
    again.length > 0 ? toFlags(pagesOf(structure).map((id) => again.includes(id))) : '',
  ].join('');
}

/** Reads what `editionText` wrote after its mark. @throws UnreadableError */
export function readEdition(reader: DigitReader, structure: Pages): Edition {
  const version = readVersion(reader);
  const flags = reader.number(1);
  const since = flags & hasSince ? readVersion(reader) : undefined;
  const pages = pagesOf(structure);
  const isAgain = flags & hasAgain ? reader.flags(pages.length) : [];
  return {
    version,
    ...(since !== undefined && { since }),
    again: pages.filter((_, index) => isAgain[index]),
  };
}

const pagesOf = ({ lessons, cases }: Pages) => [...lessons, ...cases.map(({ id }) => id)];

const versionText = (version: string) =>
  version
    .split('.')
    .map((number) => toDigits(Number(number), 1))
    .join('');

const readVersion = (reader: DigitReader) =>
  [reader.number(1), reader.number(1), reader.number(1)].join('.');
