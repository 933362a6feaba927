import { recorder } from '../../progress/page/page-recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { OwnWords } from './own-words-file.ts';

/**
 * Loads what keeps notes and marks on a page that asks a question to oneself. On other pages the reader's tools load
 * it, where something is marked and as soon as a reader selects a passage.
 */
export function meetOwnWords(): void {
  const { own: script } = document.documentElement.dataset;
  if (script === undefined) return;
  loadScriptGlobal<OwnWords>(script, 'atiOwnWords').then(
    (words) => words.start(recorder.learnerKey),
    () => undefined,
  );
}
