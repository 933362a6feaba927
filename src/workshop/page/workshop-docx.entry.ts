import type { DocxWindow } from '../docx/word-document.ts';
import { writeDocx } from '../docx/write-docx.ts';

(window as DocxWindow).atiDocx = writeDocx;
