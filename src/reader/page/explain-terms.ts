import { element } from '../../site/element.ts';

/**
 * Explains terms in place, one at a time, with the texts of the list "Terms on this page".
 * @returns a function that opens the explanation of a listed term, or closes it if it is open
 */
export function explainTerms(): (term: HTMLAnchorElement) => void {
  const list = document.querySelector<HTMLElement>('.terms');
  let close = () => {};
  document.addEventListener('click', ({ target }) => {
    // Terms have click listeners of their own.
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

/** Shows the definition after its term; returns the function that removes it. */
function explain(link: HTMLAnchorElement, entry: Element, { dataset }: HTMLElement): () => void {
  // Spans, because a term is inside a paragraph.
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
  // Filled after insertion, so that screen readers announce it.
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
