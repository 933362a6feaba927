import { element } from '../../site/element.ts';
import { listSources } from './list-sources.ts';
import type { ShowSource, SourcesText, SourceText } from './sources-file.ts';

/** The globals of this script: the text that the build writes above it, and the function that it sets. */
interface SourcesWindow {
  atiSourcesText?: SourcesText;
  atiShowSource?: ShowSource;
}

const page = window as SourcesWindow;
const text = page.atiSourcesText;
let close = () => {};

if (text) {
  listSources(text);
  document.addEventListener('click', ({ target }) => {
    // A citation opens and closes by its own listener.
    if (!(target as Element).closest('.definition, a[href*="sources.html#"]')) close();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  page.atiShowSource = (citation) => {
    const source = text.sources[decodeURIComponent(citation.hash.slice(1))];
    // A link of the panel itself leads on to the list.
    if (!source || citation.closest('.definition')) return false;
    const isOpen = citation.getAttribute('aria-expanded') === 'true';
    close();
    if (!isOpen) close = show(citation, source, text);
    return true;
  };
}

/** Shows a source after its citation. @returns a function that removes it */
function show(citation: HTMLAnchorElement, source: SourceText, say: SourcesText): () => void {
  const panel = element('span', 'definition');
  const words = element('span', '');
  words.setAttribute('role', 'status');
  const link = element('a', '');
  link.href = source.url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.append(element('bdi', '', source.url));
  const line = element('span', '');
  line.append(link);
  const more = element('a', '', say.more);
  more.href = citation.href;
  const button = element('button', 'quiet', say.close);
  button.type = 'button';
  panel.append(words, line, more, button);
  // Spans, and the nearest block as the frame, because a citation stands inside a paragraph.
  const block = citation.closest<HTMLElement>('p, li, dd, td, figcaption, div, section');
  block?.style.setProperty('position', 'relative');
  // A citation in the margin has the text beside it as its place.
  citation.after(panel);
  citation.setAttribute('aria-expanded', 'true');
  // Filled after it stands in the page, so that it is announced.
  words.append(
    element('strong', '', source.title),
    element('span', '', [source.by, source.container].filter(Boolean).join('. ')),
    element('span', 'muted', source.kind),
  );
  panel.scrollIntoView({ block: 'nearest' });

  const away = () => {
    const within = panel.contains(document.activeElement);
    panel.remove();
    block?.style.removeProperty('position');
    citation.removeAttribute('aria-expanded');
    close = () => {};
    if (within) citation.focus();
  };
  button.addEventListener('click', away);
  return away;
}
