import type { CaseRecord, Step } from './attempt.ts';
import type { CaseStructure } from '../course/structure.ts';
import { type DigitReader, toDigits, toFlags } from './digits.ts';
import { listText, readList } from './suspend-list.ts';

const begun = 1;
const finished = 2;
const runIsFirst = 4;

/** The record of a case, its steps and endings by position; one digit where it was never begun. */
export function caseText(
  record: CaseRecord | undefined,
  { steps, endings }: CaseStructure,
): string {
  if (record === undefined) return toDigits(0, 1);
  const first = listText(record.first, steps);
  const run = listText(record.run, steps);
  const flags = begun + (record.finished ? finished : 0) + (run === first ? runIsFirst : 0);
  return [
    toDigits(flags, 1),
    first,
    run === first ? '' : run,
    toFlags(endings.map((id) => record.endings.includes(id))),
  ].join('');
}

/** Reads what `caseText` wrote. Throws `UnreadableError`. */
export function readCase(reader: DigitReader, shape: CaseStructure): CaseRecord | undefined {
  const flags = reader.number(1);
  if (flags === 0) return undefined;
  const first = readList(reader, shape.steps) as Step[];
  const run = flags & runIsFirst ? first : (readList(reader, shape.steps) as Step[]);
  const seen = reader.flags(shape.endings.length);
  return {
    first,
    run,
    finished: (flags & finished) !== 0,
    endings: shape.endings.filter((_, index) => seen[index]),
  };
}
