import {
  type AnswerSheet,
  readSheetFile,
  type ReadSheet,
  type SheetCourse,
  sheetName,
  type SheetProblem,
} from '../answer-sheet.ts';
import { readSheetCode } from '../sheet-code.ts';

/** A text that was handed in, and its name. */
export interface HandedIn {
  readonly name: string;
  readonly text: string;
}

/** A refused sheet, with the reason; `twice` where a sheet of the same try is there. */
export interface RejectedSheet {
  readonly name: string;
  readonly problem: SheetProblem | 'twice';
}

/** The sheets that count, each once, by their names. */
export type SheetPile = ReadonlyMap<string, AnswerSheet>;

/**
 * Adds what was handed in to a pile. A text that begins as JSON does is a file; any other holds codes,
 * one a line.
 * @param lineName names a line of a text with several, such as "Line 3"
 */
export function withSheets(
  pile: SheetPile,
  texts: readonly HandedIn[],
  course: SheetCourse,
  lineName: (name: string, line: number) => string,
): { readonly pile: SheetPile; readonly refused: readonly RejectedSheet[] } {
  const sheets = new Map(pile);
  const refused: RejectedSheet[] = [];
  const take = (name: string, read: ReadSheet) => {
    if ('problem' in read) return void refused.push({ name, problem: read.problem });
    const key = sheetName(read.sheet);
    if (sheets.has(key)) refused.push({ name, problem: 'twice' });
    else sheets.set(key, read.sheet);
  };
  for (const { name, text } of texts) {
    if (/^\s*[{[]/.test(text) || text.trim() === '') take(name, readSheetFile(text, course));
    else
      for (const [place, line] of text.split(/\r?\n/).entries())
        if (line.trim() !== '') take(lineName(name, place + 1), readSheetCode(line, course));
  }
  return { pile: sheets, refused };
}
