import { element } from '../../site/element.ts';

/**
 * Explains terms on the spot, one at a time, in the words of the list "Terms on this page".
 * @returns opens the explanation of a term that the list has, or closes it where it is open
 */
export function explainTerms(): (term: HTMLAnchorElement) => void {
  const list = document.querySelector<HTMLElement>('.terms');
  let close = () => {};
  document.addEventListener('click', ({ target }) => {
    // A term opens and closes by its own listener.
    if (!(target as Element).closest('.definition, .term[role]')) close();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return (term) => {
    const entry = list?.querySelector(`dt [href$="${term.hash}"]`)?.closest('div');
    if (!list || !entry) return;
    const isOpen = term.getAttribute('aria-expanded') === 'true';
    close();
    if (!isOpen) close = explain(term, entry, list);
  };
}

/** Shows the definition after its term; gives the function that takes it away again. */
function explain(link: HTMLAnchorElement, entry: Element, { dataset }: HTMLElement): () => void {
  // Spans, because a term stands inside a paragraph.
  const panel = element('span', 'definition');
  const words = element('span', '');
  words.setAttribute('role', 'status');
  const more = element('a', '', String(dataset['more']));
  more.href = link.href;
  const button = element('button', 'quiet', String(dataset['close']));
  button.type = 'button';
  panel.append(
    element('strong', '', entry.querySelector('dt')?.textContent ?? ''),
    words,
    more,
    button,
  );
  link.after(panel);
  link.setAttribute('aria-expanded', 'true');
  // Filled after it stands in the page, so that it is announced.
  words.innerHTML = entry.querySelector('dd')?.innerHTML ?? '';

  const close = () => {
    const within = panel.contains(document.activeElement);
    panel.remove();
    link.setAttribute('aria-expanded', 'false');
    if (within) link.focus();
  };
  button.addEventListener('click', close);
  return close;
}
