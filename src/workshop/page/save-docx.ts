import { loadScriptGlobal } from '../../site/load-script.ts';
import type { DocxWindow, WordDocument } from '../docx/word-document.ts';

type WriteDocx = NonNullable<DocxWindow['atiDocx']>;

let write: WriteDocx | undefined;

const { lang, dir } = document.documentElement;

/**
 * Downloads a document for a word processor. The writer is large, so it is loaded on demand.
 * @param src address of `assets/workshop-docx.js`
 * @returns whether the writer could be loaded
 */
export async function saveDocx(
  src: string,
  name: string,
  document_: Omit<WordDocument, 'language' | 'direction'>,
): Promise<boolean> {
  try {
    write ??= await loadScriptGlobal<WriteDocx>(src, 'atiDocx');
    const direction = dir === 'rtl' ? 'rtl' : 'ltr';
    const blob = await write({ ...document_, language: lang, direction });
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.docx`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
