import { element } from '../../site/element.ts';
import { addressOf, copied, isShared, sections } from './share.ts';
import type { Words } from './words.ts';

/** Adds after each heading a link that copies the address of its section. Its target is the section itself. */
export function linkSections(words: Words): void {
  if (!isShared) return;
  const said = element('p', 'unseen');
  said.setAttribute('role', 'status');
  document.body.append(said);
  for (const heading of sections()) {
    const link = element('a', 'section-link');
    link.href = `#${heading.id}`;
    const name = words('copySection', { heading: heading.textContent.trim() });
    link.setAttribute('aria-label', name);
    link.title = name;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void copied(addressOf(heading.id)).then((isCopied) => {
        said.textContent = '';
        if (!isCopied) return location.assign(link.href);
        said.textContent = words('copied');
        for (const other of document.querySelectorAll('.section-link.copied'))
          other.classList.remove('copied');
        link.classList.add('copied');
      });
    });
    // After the heading, not inside it, so that the list of headings names sections, not links.
    heading.after(link);
  }
}
