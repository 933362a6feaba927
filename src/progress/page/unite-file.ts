import { loadScriptGlobal } from '../../site/load-script.ts';
import type { UniteCopies } from '../website-session.ts';

/** The global that `assets/unite.js` defines. Pages load it if a copy on the disk contains more than they do. */
export interface UniteWindow {
  atiUnite?: UniteCopies;
}

/** Loads the file. @throws if it cannot be loaded */
export const loadUnite = (): Promise<UniteCopies> =>
  loadScriptGlobal<UniteCopies>(String(document.documentElement.dataset['unite']), 'atiUnite');
