import { qrDrawing } from './qr-drawing.ts';
import type { QrWindow } from './qr-file.ts';

(window as QrWindow).atiQr = qrDrawing;
