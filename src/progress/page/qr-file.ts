import { loadScriptGlobal } from '../../site/load-script.ts';
import { loadOnce } from '../../site/load-once.ts';
import type { qrDrawing } from './qr-drawing.ts';

/** The global that `assets/qr.js` defines. */
export interface QrWindow {
  atiQr?: typeof qrDrawing;
}

/** Loads the file once. @throws if it cannot be loaded; the next call tries again */
export const loadQr = loadOnce((src) => loadScriptGlobal<typeof qrDrawing>(src, 'atiQr'));
