/**
 * Turns each term of the page into a button that explains it on the spot. The words come from the
 * list "Terms on this page"; a term that is not in it stays a link to the glossary.
 */
export function explainTerms(): void {
  const list = document.querySelector<HTMLElement>('.terms');
  if (list === null) return;
  let close = () => {};

  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.term');
    const entry = link && list.querySelector(`[data-term="${link.hash.slice(1)}"]`);
    const inside = (event.target as Element).closest('.definition');
    if (entry) {
      event.preventDefault();
      const open = link.getAttribute('aria-expanded') === 'true';
      close();
      if (!open) close = explain(link, entry, list);
    } else if (!inside) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    // A button answers to the space bar as well.
    if (event.key === ' ' && (event.target as Element).matches('.term[role]')) {
      event.preventDefault();
      (event.target as HTMLElement).click();
    }
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
    if (!list.querySelector(`[data-term="${link.hash.slice(1)}"]`)) continue;
    link.setAttribute('role', 'button');
    link.setAttribute('aria-expanded', 'false');
  }
}

/** Shows the definition after its term; gives the function that takes it away again. */
function explain(link: HTMLAnchorElement, entry: Element, { dataset }: HTMLElement): () => void {
  // Spans, because a term stands inside a paragraph.
  const panel = document.createElement('span');
  panel.className = 'definition';
  const name = document.createElement('strong');
  name.textContent = entry.querySelector('dt')?.textContent ?? '';
  const words = document.createElement('span');
  words.setAttribute('role', 'status');
  const more = document.createElement('a');
  more.href = link.href;
  more.textContent = String(dataset['more']);
  const button = document.createElement('button');
  button.className = 'quiet';
  button.type = 'button';
  button.textContent = String(dataset['close']);
  panel.append(name, words, more, button);
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
