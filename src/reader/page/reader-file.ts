import type { Recorder } from '../../progress/recorder.ts';

/** The text that the build writes above the script of the reader's tools. */
export interface ReaderText {
  /** Messages by name. */
  readonly words: Readonly<Record<string, string>>;
  /** Names of files in the folder of this one: the stylesheet, and the script of notes and marks. */
  readonly style: string;
  readonly ownWords: string;
  /** Address of the record page, relative to the script. */
  readonly record: string;
}

/**
 * The function that `assets/reader-<language>.js` defines. It takes over from the few lines of script in every page.
 * @param recorder of the page; absent on a page that records nothing
 * @param event that triggered loading: a click, a key or a selection
 * @returns the function that explains a term of the page in place
 */
export type StartReader = (recorder: Recorder | undefined, event: Event | undefined) => ExplainTerm;

export type ExplainTerm = (term: HTMLAnchorElement) => void;
