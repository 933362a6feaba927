import type { Recorder } from '../../progress/recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import '../../site/refused-styles.ts';
import { applyLook } from './apply-choices.ts';
import type { ExplainTerm, StartReader } from './reader-file.ts';

const { classList, dataset } = document.documentElement;

applyLook();

// Styles hide the elements for readers without scripts on a page with this class.
classList.add('live');

/**
 * Loads the reader's tools as soon as the reader does anything: they answer "Reading" in the head, single keys and
 * selected words. They also show passages that were marked.
 * @param recorder of the page, of which they tell what it has to say; absent on a page that records nothing
 * @returns what loads them at once, and gives what explains a term; undefined where they cannot be had
 */
export function meetReader(recorder?: Recorder): () => Promise<ExplainTerm | undefined> {
  const { reader } = dataset;
  const link = document.querySelector<HTMLElement>('[href$="#reading"]');
  let tools: Promise<ExplainTerm | undefined> | undefined;
  const load = (event?: Event) =>
    (tools ??= loadScriptGlobal<StartReader>(String(reader), 'atiReader').then(
      (start) => start(recorder, event),
      () => {
        tools = undefined;
        // The next click leads to the words about what cannot be had now.
        if (link) link.onclick = null;
        return undefined;
      },
    ));
  if (!reader) return () => Promise.resolve(undefined);
  if (link) link.onclick = () => false;
  for (const kind of ['click', 'keydown', 'selectionchange'])
    document.addEventListener(kind, (event) => {
      // In a field nobody wants the tools; on a slow line they would delay what was asked for.
      const field = document.activeElement as HTMLInputElement | null;
      if (field?.selectionEnd == null) void load(event);
    });
  try {
    if (/:marks"/.test(JSON.stringify(localStorage))) void load();
  } catch {
    // Without access to the storage there are no marks to show.
  }
  return load;
}
