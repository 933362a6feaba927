import type { AnswerSheet } from '../answer-sheet.ts';
import type { ConfidenceLevels } from '../../questions/confidence.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { ModuleBank } from '../../questions/page/module-banks.ts';

/** A finished try for which a sheet is requested. */
export interface FinishedTry extends Pick<AnswerSheet, 'check' | 'seed'> {
  /** Part of the page with the texts of the questions asked. */
  readonly page: ParentNode;
  readonly banks: readonly ModuleBank[];
  /** Answers in the order asked. */
  readonly answers: readonly (readonly string[] | undefined)[];
  readonly confidence: ConfidenceLevels;
}

/** The sheet of a try in both forms. */
export interface WrittenSheet {
  readonly code: string;
  readonly file: string;
  readonly fileName: string;
}

/** @param about text in the file that tells readers what the file is */
export type WriteSheet = (of: FinishedTry, about: string) => WrittenSheet;

/** The global that `assets/sheet.js` defines. */
export interface SheetWindow {
  atiSheet?: WriteSheet;
}

/** Loads on demand the script that writes sheets, which few learners need. @throws if the file cannot be loaded */
export const loadSheetWriter = (src: string): Promise<WriteSheet> =>
  loadScriptGlobal(src, 'atiSheet');
