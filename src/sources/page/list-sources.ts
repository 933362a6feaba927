import { element } from '../../site/element.ts';
import type { SourcesText } from './sources-file.ts';

const cited = 'main :is(.text, .key-of-answers) a.cite[href*="sources.html#"]';
const list = '.sources-of-page';

/** Whether the page cites documents whose addresses are not on it yet. */
export const lacksSources = (): boolean =>
  document.querySelector(cited) !== null && document.querySelector(list) === null;

/**
 * Puts at the end of the page, for paper alone, the documents that it cites, with their addresses: each once, in
 * the order of the text, under the words by which it is cited. On paper no citation can be opened.
 */
export function listSources({ onPage, sources }: SourcesText): void {
  if (!lacksSources()) return;
  const words = new Map<string, Set<string>>();
  for (const { hash, textContent } of document.querySelectorAll<HTMLAnchorElement>(cited)) {
    const id = decodeURIComponent(hash.slice(1));
    words.set(id, (words.get(id) ?? new Set()).add(textContent.trim()));
  }
  const items = [...words].flatMap(([id, places]) => {
    const source = sources[id];
    if (source === undefined) return [];
    const rest = source.container === '' ? '' : ` ${source.container}.`;
    return element(
      'li',
      '',
      `${[...places].join('; ')}. ${source.by}. `,
      element('cite', '', source.title),
      `.${rest} `,
      element('bdi', '', source.url),
    );
  });
  const section = element('section', 'on-paper small sources-of-page');
  section.append(element('h2', '', onPage), element('ul', '', ...items));
  const end = document.querySelector('main > .turn');
  if (end) end.before(section);
  else document.querySelector('main')?.append(section);
}
