import { recorder } from '../../progress/page/page-recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { OwnWords } from './own-words-file.ts';

/**
 * Loads the script of notes and marks on a page with a reflection question. On other pages the reader's tools load it,
 * if the page has marks or once the reader selects a passage.
 */
export function meetOwnWords(): void {
  const { own: script } = document.documentElement.dataset;
  if (script === undefined) return;
  loadScriptGlobal<OwnWords>(script, 'atiOwnWords').then(
    (words) => words.start(recorder.learnerKey),
    () => undefined,
  );
}
