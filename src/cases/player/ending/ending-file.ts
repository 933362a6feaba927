import type { Step } from '../../../progress/attempt.ts';
import { loadOnce } from '../../../site/load-once.ts';
import { loadScriptGlobal } from '../../../site/load-script.ts';
import type { CaseGraph } from '../../graph.ts';
import type { CaseState } from '../../machine.ts';
import type { WayMoves } from '../../other-way.ts';
import type { BookletWords } from '../booklet-words.ts';
import type { CaseFile } from '../case-file.ts';

/** A finished case as passed to the script of endings; the machine runs only in the script of the page. */
export interface Ended {
  /** The element of the player; has the parts that are filled. */
  readonly player: HTMLElement;
  readonly graph: CaseGraph;
  readonly words: BookletWords;
  readonly file: CaseFile;
  readonly steps: readonly Step[];
  /** Every state of the run in order, passages and the ending included. */
  readonly trail: readonly CaseState[];
  readonly moves: WayMoves;
  /** Endings seen, in any run. */
  readonly seen: ReadonlySet<string>;
  /** Goes back to a step, counted from 0. */
  readonly back: (step: number) => void;
  /** Goes back to a step and takes another choice there. */
  readonly take: (step: number, choice: string) => void;
}

/** Words of the endings, which the build writes above their script. */
export interface EndingWords {
  /** Name of an ending that was not seen, with `{heading}`. */
  readonly unseen: string;
  readonly whatIf: string;
  /** Heading of the two ways, with `{heading}` of the scene in which they part. */
  readonly twoWays: string;
  readonly yours: string;
  readonly other: string;
  readonly next: string;
  /** Title of a way whose scene is that of the other way as well, with `{heading}`. */
  readonly same: string;
  readonly alike: string;
  readonly unseenHere: string;
  /** Sentence on a path that stops at a decision the run did not take, with `{heading}`. */
  readonly parts: string;
  readonly take: string;
}

export type ShowEnding = (ended: Ended) => void;

/** Loads the script of endings once. @throws if loading fails; the next call tries again */
export const loadEnding = loadOnce((src) => loadScriptGlobal<ShowEnding>(src, 'atiCaseEnding'));
