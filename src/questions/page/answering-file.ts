/** What is said of an answer to a question of a lesson. */
export interface AnsweringText {
  readonly allRight: string;
  readonly notYet: string;
  readonly incomplete: string;
  readonly revealed: string;
}

/**
 * What the build writes above the script that answers the questions of a lesson, and what the script leaves behind:
 * from then on they can be answered.
 */
export interface AnsweringWindow {
  atiAnsweringText?: AnsweringText;
  atiAnswering?: true;
}
