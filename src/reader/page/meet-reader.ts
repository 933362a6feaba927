import type { Recorder } from '../../progress/recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import '../../site/refused-styles.ts';
import { applyLook } from './apply-choices.ts';
import type { StartReader } from './reader-file.ts';

const { classList, dataset } = document.documentElement;

applyLook();

// What only helps readers without scripts goes.
classList.add('live');

/**
 * Loads the reader's tools as soon as the reader does anything: they answer "Reading" in the head, single keys and
 * selected words. They also show passages that were marked.
 * @param recorder of the page, of which they tell what it has to say; absent on a page that records nothing
 * @returns what loads them at once
 */
export function meetReader(recorder?: Recorder): () => void {
  const { reader } = dataset;
  const link = document.querySelector<HTMLElement>('[href$="#reading"]');
  let isAsked = !reader;
  const load = (event?: Event) => {
    // Who writes in a field, or comes to one, wants none of the tools; on a slow line they would delay what was asked for.
    const field = document.activeElement as HTMLInputElement | null;
    if (isAsked || (event && field?.selectionEnd != null)) return;
    isAsked = true;
    loadScriptGlobal<StartReader>(String(reader), 'atiReader').then(
      (start) => start(recorder, event),
      () => {
        isAsked = false;
        // The next click leads to the words about what cannot be had now.
        if (link) link.onclick = null;
      },
    );
  };
  if (link) link.onclick = () => false;
  for (const kind of ['click', 'keydown', 'selectionchange']) document.addEventListener(kind, load);
  try {
    if (/:marks"/.test(JSON.stringify(localStorage))) load();
  } catch {
    // Where nothing may be read, nothing is marked.
  }
  return load;
}
