import { loadScriptGlobal } from '../../site/load-script.ts';
import { loadOnce } from '../../site/load-once.ts';

/** `assets/decisions-<language>.js`: the texts of scene and choice, by case and step. */
export type DecisionsFile = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Loads the file once. @throws if it cannot be loaded; the next call tries again */
export const loadDecisions = loadOnce((src) =>
  loadScriptGlobal<DecisionsFile>(src, 'atiDecisions'),
);
