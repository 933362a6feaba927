import type { OwnStorage } from '../../kept/page/own-place.ts';

/** What `assets/own-words-<language>.js` offers: notes and marks on the page. */
export interface OwnWords {
  /** Shows what is kept for this page, and keeps what is written and marked from now on. */
  start(storage: OwnStorage): void;
}

/** The words of the file. */
export interface OwnWordsText {
  readonly mark: string;
  readonly unmark: string;
  readonly changed: string;
  readonly refused: string;
  readonly all: string;
}
