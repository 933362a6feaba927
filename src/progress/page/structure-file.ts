import type { Structure } from '../../course/structure.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import { loadOnce } from '../../site/load-once.ts';

/** `assets/structure-<language>.js`: the data for reading and writing links and short codes. */
export interface StructureFile {
  readonly structure: Structure;
  /** Structures of published versions, by fingerprint. */
  readonly earlier: Readonly<Record<string, Structure>>;
  /** Words of short codes, separated by spaces; empty in a language without a list. */
  readonly words: string;
}

/** Loads the file once. @throws if it cannot be loaded; the next call tries again */
export const loadStructure = loadOnce((src) =>
  loadScriptGlobal<StructureFile>(src, 'atiStructure'),
);
