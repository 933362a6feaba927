import { answerSheet, sheetFile, sheetName } from '../answer-sheet.ts';
import { sheetCode } from '../sheet-code.ts';
import { sheetCourse } from './sheet-course.ts';
import type { SheetWindow } from './sheet-writer.ts';

const { lang, dataset } = document.documentElement;

(window as SheetWindow).atiSheet = ({ page, banks, check, seed, answers, confidence }, about) => {
  const course = sheetCourse(page, banks);
  const sheet = answerSheet(course, lang, check, seed, answers, confidence);
  return {
    code: sheetCode(course, sheet),
    file: sheetFile(course, String(dataset['version']), sheet, about),
    fileName: `answer-sheet-${sheetName(sheet)}.json`,
  };
};
