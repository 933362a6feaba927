import { type Digit, flagDigits, type MixedRadixReader } from '../../../codec/mixed-radix.ts';
import { askedIn } from '../../../course/assessment.ts';
import { isAssessment } from '../../../course/halves.ts';
import type { Structure } from '../../../course/structure.ts';
import { type CheckRecord, type Checks, endings, type OpenTry, seeds } from '../checks.ts';
import { keptTries } from '../tries.ts';
import { storedAnswer } from './check-answers.ts';
import { readTries, triesDigits } from './check-tries.ts';
import type { Part } from './stored-slice.ts';

const mostAsked = 128;

/**
 * The part of a check: flags for begun, `open`, `last` and `ended`; the scores; the open try; the last try; `ended`.
 * Only the first flag is written if the check is not begun.
 */
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

/** Digits of a try: its seed, the number of questions if it is of an assessment, and the responses. */
export function tryDigits({ seed, answers }: OpenTry, id: string, structure: Structure): Digit[] {
  const questions = askedIn(structure, id, seed, answers.length);
  return [
    [seed, seeds],
    ...(isAssessment(id) ? [[answers.length, mostAsked] as const] : []),
    ...questions.flatMap((question, item) =>
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
