import { itemAt } from '../../codec/mixed-radix.ts';
import { askedIn } from '../../course/assessment.ts';
import { isAssessment } from '../../course/halves.ts';
import { stages } from '../../course/stage.ts';
import type { QuestionStructure, Structure } from '../../course/structure.ts';
import type { CheckRecord, OpenTry } from '../attempt.ts';
import { type DigitReader, width } from './digits.ts';

const hasOpenTry = 16;
const hasMixedScores = 32;
const mostTries = 15;

/**
 * Reads a check in form 1: the number of tries with two flags; a common denominator, or one before each score; the
 * numerators of the scores; the open try; and for the final a flag for the last try, and that try.
 * @returns undefined if the check is not begun
 * @throws UnreadableError
 */
export function readCheck(
  reader: DigitReader,
  id: string,
  structure: Structure,
): CheckRecord | undefined {
  const head = reader.number(1);
  if (head === 0) return undefined;
  const count = head & mostTries;
  const isMixed = (head & hasMixedScores) !== 0;
  const common = count > 0 && !isMixed ? reader.number(1) : undefined;
  const tries = Array.from({ length: count }, () => {
    const of = common ?? reader.number(1);
    return Math.min(1, reader.number(1) / Math.max(1, of));
  });
  const open = head & hasOpenTry ? readTry(reader, id, structure) : undefined;
  const hasLast = id === 'final' && reader.number(1) === 1;
  const last = hasLast ? readTry(reader, id, structure) : undefined;
  return { tries, ...(open && { open }), ...(last && { last }) };
}

/** Reads the seed in five digits, the number of questions if it is an assessment, and the responses. */
function readTry(reader: DigitReader, id: string, structure: Structure): OpenTry {
  const seed = reader.number(5);
  const count = isAssessment(id) ? reader.number(1) : 0;
  const asked = askedIn(structure, id, seed, count);
  return { seed, answers: asked.map((question) => readAnswer(reader, question)) };
}

const numberCharacters = Array.from('0123456789.-+eE');

function readAnswer(
  reader: DigitReader,
  { kind, options }: QuestionStructure,
): readonly string[] | undefined {
  if (kind === 'single') {
    const position = reader.number(width(options.length + 1));
    return position === 0 ? undefined : [itemAt(options, position - 1)];
  }
  if (kind === 'several') {
    const chosen = reader.flags(options.length);
    const ids = options.filter((_, index) => chosen[index]);
    return ids.length === 0 ? undefined : ids;
  }
  const isNumber = kind === 'numeric';
  const parts = reader.items(isNumber ? numberCharacters : kind === 'continuum' ? stages : options);
  if (parts.length === 0) return undefined;
  return isNumber ? [parts.join('')] : parts;
}
