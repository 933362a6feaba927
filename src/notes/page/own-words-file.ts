/** The global that `assets/own-words-<language>.js` defines: notes and marks on the page. */
export interface OwnWords {
  /**
   * Shows the stored notes and marks of this page, and stores new ones.
   * @param learnerKey of the recorder of the page
   */
  start(learnerKey: string | undefined): void;
}

/** The messages of the file. */
export interface OwnWordsText {
  readonly mark: string;
  readonly unmark: string;
  readonly changed: string;
  readonly refused: string;
  readonly all: string;
}
