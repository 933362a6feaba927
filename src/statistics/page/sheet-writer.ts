import type { AnswerSheet } from '../answer-sheet.ts';
import type { ConfidenceLevels } from '../../questions/confidence.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { ModuleBank } from '../../questions/page/module-banks.ts';

/** A finished try, of which a sheet is wanted. */
export interface FinishedTry extends Pick<AnswerSheet, 'check' | 'seed'> {
  /** Part of the page with the words of the questions that were asked. */
  readonly page: ParentNode;
  readonly banks: readonly ModuleBank[];
  /** Answers in the order asked. */
  readonly answers: readonly (readonly string[] | undefined)[];
  readonly confidence: ConfidenceLevels;
}

/** The sheet of a try in both its forms. */
export interface WrittenSheet {
  readonly code: string;
  readonly file: string;
  readonly fileName: string;
}

/** @param about says to whoever opens the file what it is */
export type WriteSheet = (of: FinishedTry, about: string) => WrittenSheet;

/** The global that `assets/sheet.js` sets. */
export interface SheetWindow {
  atiSheet?: WriteSheet;
}

/** Loads the script that writes sheets, which few learners ask for. @throws where the file cannot be had */
export const loadSheetWriter = (src: string): Promise<WriteSheet> =>
  loadScriptGlobal(src, 'atiSheet');
