import { loadOnce } from '../../site/load-once.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { Recorder } from '../recorder.ts';

/** The global of `assets/contents-<language>.js`: the contents in a drawer, as lists, and as a count in words. */
export interface ContentsDrawer {
  /** Opens the drawer. @param opener gets the focus back */
  open(recorder: Recorder): void;
  /** Sentence on how many core lessons of the learner's track are read, and how many there are. */
  readWords(recorder: Recorder): string;
  /** A new copy of the list of a module's parts; undefined if the course has no such module. */
  listOf(module: string): Node | undefined;
}

/** Loads the file once. @throws if it cannot be loaded; the next call tries again */
export const loadContents = loadOnce((src) => loadScriptGlobal<ContentsDrawer>(src, 'atiContents'));
