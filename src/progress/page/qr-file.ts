import { loadScriptGlobal } from '../../site/load-script.ts';
import { loadOnce } from '../../site/load-once.ts';
import type { qrDrawing } from './qr-drawing.ts';

/** The global that `assets/qr.js` sets. */
export interface QrWindow {
  atiQr?: typeof qrDrawing;
}

/** Loads the file once. @throws where it cannot be had; the next call tries again */
export const loadQr = loadOnce((src) => loadScriptGlobal<typeof qrDrawing>(src, 'atiQr'));
