import { recorder } from '../../progress/page/page-recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import { hasMarks } from './has-marks.ts';
import type { OwnWords } from './own-words-file.ts';

/**
 * Loads what keeps notes and marks: on a page that asks a question to oneself, on one where something is marked,
 * and as soon as a reader selects a passage. No other page pays for it.
 */
export function meetOwnWords(): void {
  const { own: script } = document.documentElement.dataset;
  if (script === undefined) return;
  const load = () => {
    document.removeEventListener('selectionchange', onSelection);
    loadScriptGlobal<OwnWords>(script, 'atiOwnWords').then(
      (words) => words.start(recorder.learnerKey),
      () => undefined,
    );
  };
  const onSelection = () => {
    if (getSelection()?.isCollapsed === false) load();
  };
  document.addEventListener('selectionchange', onSelection);
  if (document.querySelector('own-notes') || hasMarks()) load();
}
