import type { CheckRecord, OpenTry } from './attempt.ts';
import { askedIn, isAssessment } from '../course/assessment.ts';
import { stages } from '../course/stage.ts';
import type { QuestionStructure, Structure } from '../course/structure.ts';
import { type DigitReader, itemAt, toDigits, toFlags, width } from './digits.ts';
import { listText, readList } from './suspend-list.ts';

const hasOpenTry = 16;
const hasMixedScores = 32;
const mostTries = 15;

/** The scores of every try of a check, and the answers of the open one; of the final also of the last. */
export function checkText(
  record: CheckRecord | undefined,
  id: string,
  structure: Structure,
): string {
  if (record === undefined) return toDigits(0, 1);
  const tries = record.tries.slice(-mostTries);
  const common = tries.length > 0 ? denominator(tries) : undefined;
  const isMixed = tries.length > 0 && common === undefined;
  const scores = isMixed
    ? tries.map((score) => fraction(score, denominator([score]) ?? 63))
    : tries.map((score) => fraction(score, common ?? 1).slice(1));
  return [
    toDigits(tries.length + (record.open ? hasOpenTry : 0) + (isMixed ? hasMixedScores : 0), 1),
    common === undefined ? '' : toDigits(common, 1),
    ...scores,
    record.open === undefined ? '' : tryText(record.open, id, structure),
    id === 'final' ? toDigits(record.last ? 1 : 0, 1) : '',
    id === 'final' && record.last ? tryText(record.last, id, structure) : '',
  ].join('');
}

/** Reads what `checkText` wrote. Throws `UnreadableError`. */
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

/**
 * The smallest number, up to 63, of which every score is a whole share: scores are shares of right
 * answers, and so come back exactly as they were.
 */
function denominator(scores: readonly number[]): number | undefined {
  for (let of = 1; of <= 63; of++)
    if (scores.every((score) => Math.abs(Math.round(score * of) / of - score) < 1e-9)) return of;
  return undefined;
}

const fraction = (score: number, of: number) =>
  toDigits(of, 1) + toDigits(Math.floor(score * of + 1e-6), 1);

function tryText({ seed, answers }: OpenTry, id: string, structure: Structure): string {
  const asked = askedIn(structure, id, seed, answers.length);
  return [
    toDigits(seed, 5),
    isAssessment(id) ? toDigits(answers.length, 1) : '',
    ...asked.map((question, index) => answerText(answers[index], question)),
  ].join('');
}

function readTry(reader: DigitReader, id: string, structure: Structure): OpenTry {
  const seed = reader.number(5);
  const count = isAssessment(id) ? reader.number(1) : 0;
  return {
    seed,
    answers: askedIn(structure, id, seed, count).map((question) => readAnswer(reader, question)),
  };
}

const numberCharacters = Array.from('0123456789.-+eE');

/** What the response to a question may consist of. */
const vocabulary = ({ kind, options }: QuestionStructure): readonly string[] =>
  kind === 'continuum' ? stages : kind === 'numeric' ? numberCharacters : options;

/** An empty answer reads as none: no kind of question takes an empty response. */
function answerText(answer: readonly string[] | undefined, question: QuestionStructure): string {
  const { kind, options } = question;
  if (kind === 'single') {
    const position = answer?.[0] === undefined ? -1 : options.indexOf(answer[0]);
    return toDigits(position + 1, width(options.length + 1));
  }
  if (kind === 'several') return toFlags(options.map((id) => answer?.includes(id) === true));
  const parts = kind === 'numeric' ? Array.from(answer?.[0] ?? '').slice(0, 15) : (answer ?? []);
  return listText(parts, vocabulary(question));
}

function readAnswer(
  reader: DigitReader,
  question: QuestionStructure,
): readonly string[] | undefined {
  const { kind, options } = question;
  if (kind === 'single') {
    const position = reader.number(width(options.length + 1));
    return position === 0 ? undefined : [itemAt(options, position - 1)];
  }
  if (kind === 'several') {
    const chosen = reader.flags(options.length);
    const ids = options.filter((_, index) => chosen[index]);
    return ids.length === 0 ? undefined : ids;
  }
  const parts = readList(reader, vocabulary(question));
  if (parts.length === 0) return undefined;
  return kind === 'numeric' ? [parts.join('')] : parts;
}
