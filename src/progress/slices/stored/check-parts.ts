import {
  type Digit,
  flagDigits,
  type MixedRadixReader,
  toNumber,
} from '../../../codec/mixed-radix.ts';
import { askedIn } from '../../../course/assessment.ts';
import { assessments, isAssessment } from '../../../course/halves.ts';
import type { Structure } from '../../../course/structure.ts';
import { type CheckRecord, type Checks, endings, type OpenTry, seeds } from '../checks.ts';
import { keptTries, triesKept } from '../tries.ts';
import { storedAnswer, widestAnswer } from './check-answers.ts';
import { readTries, triesDigits } from './check-tries.ts';
import type { Part } from './stored-slice.ts';

const mostAsked = 128;

/** One check: begun, open, last, ended; scores; seed and answers of the open try, and of the last. */
export const checkPart = (id: string, structure: Structure): Part<Checks> => ({
  key: `check ${id}`,
  name: { part: 'check', id },
  survivesDamage: false,
  write(records) {
    const record = records[id];
    if (record === undefined) return [];
    const { tries, open, last, ended } = record;
    return [
      ...flagDigits([true, open !== undefined, last !== undefined, ended !== undefined]),
      ...triesDigits(keptTries(tries)),
      ...(open ? tryDigits(open, id, structure) : []),
      ...(last ? tryDigits(last, id, structure) : []),
      ...(ended === undefined ? [] : [[ended, endings] as const]),
    ];
  },
  read(reader, before) {
    const [isBegun, isOpen, hasLast, isEnded] = reader.flags(4);
    if (!isBegun) return before;
    const tries = readTries(reader);
    const open = isOpen && readTry(reader, id, structure);
    const last = hasLast && readTry(reader, id, structure);
    const record: CheckRecord = {
      tries,
      ...(open && { open }),
      ...(last && { last }),
      ...(isEnded && { ended: reader.take(endings) }),
    };
    return { ...before, [id]: record };
  },
});

function tryDigits({ seed, answers }: OpenTry, id: string, structure: Structure): Digit[] {
  const asked = askedIn(structure, id, seed, answers.length);
  return [
    [seed, seeds],
    ...(isAssessment(id) ? [[answers.length, mostAsked] as const] : []),
    ...asked.flatMap((question, item) =>
      storedAnswer(question).write(answers[item] ?? [], question.options),
    ),
  ];
}

function readTry(reader: MixedRadixReader, id: string, structure: Structure): OpenTry {
  const seed = reader.take(seeds);
  const count = isAssessment(id) ? reader.take(mostAsked) : 0;
  const answers = askedIn(structure, id, seed, count).map((question) => {
    const response = storedAnswer(question).read(reader, question.options);
    return response.length === 0 ? undefined : response;
  });
  return { seed, answers };
}

/** Records of these checks that take as much room as any. */
export function widestChecks(ids: readonly string[], structure: Structure): Checks {
  const records = ids.map((id) => [id, widestCheck(structure, id)] as const);
  const isOpen = openAtOnce(records, structure);
  return Object.fromEntries(
    records.map(([id, { open, ...rest }]) => [
      id,
      isOpen.has(id) && open ? { ...rest, open } : rest,
    ]),
  );
}

/** Module checks that a learner may have in progress at once, beside the pre-test and the final. */
const mostOpen = 2;

/** The ids of the assessments, and of the module checks whose open tries take the most room. */
function openAtOnce(
  records: readonly (readonly [string, CheckRecord])[],
  structure: Structure,
): ReadonlySet<string> {
  const roomOf = ([id, { open }]: readonly [string, CheckRecord]) =>
    open ? toNumber(tryDigits(open, id, structure)).toString(2).length : 0;
  const modules = records.filter(([id]) => !isAssessment(id));
  const widest = [...modules].sort((one, other) => roomOf(other) - roomOf(one)).slice(0, mostOpen);
  return new Set([...assessments, ...widest.map(([id]) => id)]);
}

function widestCheck(structure: Structure, id: string): CheckRecord {
  const count = Math.max(0, ...(structure.tracks ?? []).map(({ questions }) => questions));
  const seed = seeds - 1;
  const open = { seed, answers: askedIn(structure, id, seed, count).map(widestAnswer) };
  return {
    // Scores of eight versions of the course that each asked another number of questions.
    tries: Array.from({ length: triesKept }, (_, place) => place / (place + 11)),
    open,
    ...(id === 'final' ? { last: open } : { ended: endings - 1 }),
  };
}
