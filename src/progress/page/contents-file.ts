import { loadOnce } from '../../site/load-once.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { Recorder } from '../recorder.ts';

/** The global of `assets/contents-<language>.js`: the contents in a drawer, as lists and as a count in words. */
export interface ContentsDrawer {
  /** Opens the drawer. @param opener gets the focus back */
  open(recorder: Recorder): void;
  /** Sentence on how many core lessons of the learner's track are read, and how many there are. */
  readWords(recorder: Recorder): string;
  /** The list of the parts of a module, anew at each call; undefined where the course has no such module. */
  listOf(module: string): Node | undefined;
}

/** Loads the file once. @throws where it cannot be had; the next call tries again */
export const loadContents = loadOnce((src) => loadScriptGlobal<ContentsDrawer>(src, 'atiContents'));
