import { loadScriptGlobal } from '../../site/load-script.ts';
import { loadOnce } from '../../site/load-once.ts';

/** `assets/decisions-<language>.js`: by case and step, scene and choice in words. */
export type DecisionsFile = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Loads the file once. @throws where it cannot be had; the next call tries again */
export const loadDecisions = loadOnce((src) =>
  loadScriptGlobal<DecisionsFile>(src, 'atiDecisions'),
);
