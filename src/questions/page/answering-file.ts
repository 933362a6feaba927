/** Remarks on an answer to a question of a lesson. */
export interface AnsweringText {
  readonly allRight: string;
  readonly notYet: string;
  readonly incomplete: string;
  readonly revealed: string;
}

/**
 * Globals of the script that answers the questions of a lesson: its words, which the build writes above it, and
 * whether it has run. From then on the questions can be answered.
 */
export interface AnsweringWindow {
  atiAnsweringText?: AnsweringText;
  atiAnswering?: true;
}
