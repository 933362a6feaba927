/** What `assets/own-words-<language>.js` offers: notes and marks on the page. */
export interface OwnWords {
  /**
   * Shows what is kept for this page, and keeps what is written and marked from now on.
   * @param learnerKey of the recorder of the page
   */
  start(learnerKey: string | undefined): void;
}

/** The words of the file. */
export interface OwnWordsText {
  readonly mark: string;
  readonly unmark: string;
  readonly changed: string;
  readonly refused: string;
  readonly all: string;
}
