/** The global that `assets/own-words-<language>.js` sets: notes and marks on the page. */
export interface OwnWords {
  /**
   * Shows the notes and marks that are kept for this page, and keeps those that are made from now on.
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
