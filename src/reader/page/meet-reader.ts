import type { Recorder } from '../../progress/recorder.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import '../../site/refused-styles.ts';
import { applyLook } from './apply-choices.ts';
import type { ExplainTerm, StartReader } from './reader-file.ts';

const { classList, dataset } = document.documentElement;

applyLook();

// On a page with this class, styles hide the elements for readers without scripts.
classList.add('live');

/**
 * Loads the reader's tools on the reader's first interaction. The tools handle "Reading" in the head, single-key
 * shortcuts and selected text. They also show marked passages.
 * @param recorder of the page, whose notices the tools show; absent on a page that records nothing
 * @returns a function that loads the tools at once and resolves to the function that explains a term, or to undefined
 * if the tools cannot be loaded
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
        // The next click follows the link to the text about tools that cannot be loaded.
        if (link) link.onclick = null;
        return undefined;
      },
    ));
  if (!reader) return () => Promise.resolve(undefined);
  if (link) link.onclick = () => false;
  for (const kind of ['click', 'keydown', 'selectionchange'])
    document.addEventListener(kind, (event) => {
      // Typing in a field does not need the tools, and loading them on a slow line would delay other requests.
      const field = document.activeElement as HTMLInputElement | null;
      if (field?.selectionEnd == null) void load(event);
    });
  try {
    if (/:marks"/.test(JSON.stringify(localStorage))) void load();
  } catch {
    // Without access to storage there are no marks to show.
  }
  return load;
}
