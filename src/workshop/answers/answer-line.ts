import { checksum } from '../../codec/checksum.ts';

/** Letters of choices; a hyphen stands for no answer. */
const letters = 'ABCDEFGH';

/** Properties of a set that are needed to read a line of answers. */
export interface SetShape {
  /** The code on the board. */
  readonly board: string;
  /** Number of options of each question. */
  readonly options: readonly number[];
}

/** Answers of one person, as indexes of options; -1 means no answer. */
export interface Answered {
  /** Number or word that pairs the sheets of a person; empty if there is none. */
  readonly person: string;
  /** Index of the set among the expected ones. */
  readonly form: number;
  readonly answers: readonly number[];
}

/** Reasons for not counting a line. */
export type LineProblem = 'length' | 'letter' | 'check' | 'twice';

export type ReadLine =
  | { readonly answered: Answered }
  | { readonly problem: LineProblem; readonly line: number; readonly text: string };

const check = (board: string, answerLetters: string): string =>
  checksum(`${board} ${answerLetters}`, 12).toString(36).toUpperCase().padStart(3, '0');

const lettersOf = (answers: readonly number[]): string =>
  answers.map((place) => letters[place] ?? '-').join('');

/** The code shown by a telephone at the end of a set, for reading out or typing. */
export const answerCode = (board: string, answers: readonly number[]): string => {
  const answerLetters = lettersOf(answers);
  return `${board}.${answerLetters}.${check(board, answerLetters)}`;
};

/**
 * Reads typed answers, one person per line: letters of a paper sheet (`7 ABCD-A`), or the code of a telephone
 * (`7 KLMN.ABCD-A.1X4`). Text before them names the person. Commas, semicolons and tabs count as spaces, so that the
 * lines may come from a spreadsheet or a CSV file.
 * @param sets the possible sets; letters without a code belong to the one with the index `usual`
 */
export function readLines(text: string, sets: readonly SetShape[], usual = 0): ReadLine[] {
  const seen = new Set<string>();
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, place): ReadLine[] => {
      const words = line.replace(/["',;\t]/g, ' ').trim();
      if (words === '') return [];
      const read = readLine(words, sets, usual);
      if (typeof read === 'string') return [{ problem: read, line: place + 1, text: line.trim() }];
      const key = `${read.form} ${read.person}`;
      if (read.person !== '' && seen.has(key))
        return [{ problem: 'twice', line: place + 1, text: line.trim() }];
      seen.add(key);
      return [{ answered: read }];
    });
}

function readLine(words: string, sets: readonly SetShape[], usual: number): Answered | LineProblem {
  const [, person = '', code = '', answerLetters = '', sign = ''] =
    /^(.*?)\s*([A-Z]{4})\.([A-H-]+)\.([0-9A-Z]{3})$/i.exec(words) ?? [];
  if (code !== '') {
    const board = code.toUpperCase();
    const form = sets.findIndex((set) => set.board === board);
    const isWhole = form >= 0 && check(board, answerLetters.toUpperCase()) === sign.toUpperCase();
    return isWhole ? answeredOf(person, form, answerLetters, sets) : 'check';
  }
  const count = sets[usual]?.options.length ?? 0;
  // Letters may be separated by spaces; the last ones are the answers.
  const tail = /(?:^|\s)((?:[A-Z-]\s*)+)$/i.exec(words);
  const typed = tail?.[1]?.replace(/\s/g, '') ?? '';
  if (tail === null || typed.length !== count) return 'length';
  return answeredOf(words.slice(0, tail.index).trim(), usual, typed, sets);
}

function answeredOf(
  person: string,
  form: number,
  typed: string,
  sets: readonly SetShape[],
): Answered | LineProblem {
  const { options } = sets[form] ?? { options: [] };
  if (typed.length !== options.length) return 'length';
  const answers = Array.from(typed.toUpperCase(), (sign) =>
    sign === '-' ? -1 : letters.indexOf(sign),
  );
  const isKnown = answers.every(
    (answer, place) => typed[place] === '-' || (answer >= 0 && answer < (options[place] ?? 0)),
  );
  return isKnown ? { person, form, answers } : 'letter';
}
