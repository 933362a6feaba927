import { loadScriptGlobal } from '../../site/load-script.ts';
import type { UniteCopies } from '../website-session.ts';

/** The global that `assets/unite.js` sets. Pages ask for it where a copy on the disk holds more than they do. */
export interface UniteWindow {
  atiUnite?: UniteCopies;
}

/** Loads the file. @throws where it cannot be had */
export const loadUnite = (): Promise<UniteCopies> =>
  loadScriptGlobal<UniteCopies>(String(document.documentElement.dataset['unite']), 'atiUnite');
