import type { Recorder } from '../../progress/recorder.ts';

/** The text that the build writes above the script of the reader's tools. */
export interface ReaderText {
  /** Words by the name of their message. */
  readonly words: Readonly<Record<string, string>>;
  /** Names of files that lie beside this one: its styles, and the script of notes and marks. */
  readonly style: string;
  readonly ownWords: string;
  /** The record, as the script lies to it. */
  readonly record: string;
}

/**
 * The function that `assets/reader-<language>.js` sets: takes over from the few lines that every page carries.
 * @param recorder of the page; absent on a page that records nothing
 * @param event that asked for it: a click, a key, a selection
 * @returns the function that explains a term of the page on the spot
 */
export type StartReader = (recorder: Recorder | undefined, event: Event | undefined) => ExplainTerm;

export type ExplainTerm = (term: HTMLAnchorElement) => void;
