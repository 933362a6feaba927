import {
  type AnswerSheet,
  readSheetFile,
  type ReadSheet,
  type SheetCourse,
  sheetName,
  type SheetProblem,
} from '../answer-sheet.ts';
import { readSheetCode } from '../sheet-code.ts';

/** A text handed in, with its name. */
export interface HandedIn {
  readonly name: string;
  readonly text: string;
}

/** A rejected sheet with the reason; `twice` if a sheet of the same try is already in the pile. */
export interface RejectedSheet {
  readonly name: string;
  readonly problem: SheetProblem | 'twice';
}

/** The accepted sheets by name, each once. */
export type SheetPile = ReadonlyMap<string, AnswerSheet>;

/**
 * Adds submitted texts to a pile. A text that starts like JSON is a sheet file; any other contains codes, one per line.
 * @param lineName names one line of a text, such as "Line 3"
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
