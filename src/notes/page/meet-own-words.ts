import { ownStorage } from '../../kept/page/own-place.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import type { OwnWords } from './own-words-file.ts';

/**
 * Loads what keeps notes and marks: on a page that asks a question to oneself, on one where something is marked,
 * and as soon as a reader selects a passage. No other page pays for it.
 */
export function meetOwnWords(): void {
  const { own } = document.documentElement.dataset;
  if (own === undefined) return;
  const load = () => {
    document.removeEventListener('selectionchange', onSelection);
    const start = (ownWords: OwnWords) => ownWords.start(ownStorage());
    loadScriptGlobal<OwnWords>(own, 'atiOwnWords').then(start, () => undefined);
  };
  const onSelection = () => {
    const selection = getSelection();
    if (selection?.anchorNode?.parentElement?.closest('.text') && !selection.isCollapsed) load();
  };
  document.addEventListener('selectionchange', onSelection);
  if (document.querySelector('own-notes') || hasMarks()) load();
}

function hasMarks(): boolean {
  try {
    const { store, prefix } = ownStorage();
    const page = location.pathname.split('/').slice(-2).join('/');
    return store().getItem(`${prefix}marks`)?.includes(page) === true;
  } catch {
    return false;
  }
}
