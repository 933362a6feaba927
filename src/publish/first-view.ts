import {
  attribute,
  elements,
  hasClass,
  insertBefore,
  outerHtml,
  remove,
  setAttribute,
  type Document,
  type Element,
} from '../html/html.ts';

/** The complete sheet, which packages link, and the part of it that follows the first view. */
const [whole, later] = ['/assets/site.css', '/assets/later.css'];
/** The sheet for content that authors put into a text. */
const ofText = '/assets/lesson.css';

/** Whether a sheet, by its name, may be inlined in pages: `first` in every page, the others where a page names them. */
export const isOfFirstView = (name: string): boolean =>
  /^(?:first|waiting|opening|contents|start|summary|brief)$/.test(name);

/**
 * Inlines the styles of a page's first view, so that it paints one round trip earlier, and links the remaining sheets
 * at the first element that needs them (ADR 18). The sheet for every page is `first`; a page names further ones in
 * `data-first` of the link to `site.css`. A page whose first view has no end keeps its links, as does a page without
 * scripts: where a host refuses inline styles, a script links the complete sheets (`src/site/refused-styles.ts`).
 * @param page with URLs from the root of the site; modified in place
 * @param sheets text of each stylesheet by name
 * @throws if a named sheet does not exist
 */
export function styleFirstView(page: Document, sheets: Pick<ReadonlyMap<string, string>, 'get'>) {
  const all = [...elements(page)];
  const links = all.filter((element) => attribute(element, 'rel') === 'stylesheet');
  const site = links.find((link) => attribute(link, 'href') === whole);
  if (!site) return;
  const named = attribute(site, 'data-first')?.split(' ') ?? [];
  setAttribute(site, 'data-first', undefined);
  const marked = markedEnd(all);
  const end = marked ?? endOfText(all);
  if (!end || all.every((element) => attribute(element, 'defer') === undefined)) return;

  const isNamed = (link: Element) =>
    named.some((name) => attribute(link, 'href') === `/assets/${name}.css`);
  const rest = links.filter((link) => link !== site && !isNamed(link));
  // Another sheet may style elements above the text. A page that marks the end names the sheets for these elements.
  if (!marked && rest.some((link) => attribute(link, 'href') !== ofText)) return;

  const styles = ['first', ...named].map((name) => {
    const text = sheets.get(name);
    if (text === undefined || !isOfFirstView(name))
      throw new Error(`No stylesheet for the first view is called "${name}".`);
    return text;
  });
  const refused = [site, ...links.filter(isNamed)].map(outerHtml).join('');
  insertBefore(site, `<style>${styles.join('')}</style><noscript>${refused}</noscript>`);
  insertBefore(end, `<link rel="stylesheet" href="${later}">${rest.map(outerHtml).join('')}`);
  for (const link of links) remove(link);
}

/** Elements of plain text; the first-view sheet styles all of them. */
const plain = new Set('p h2 h3 ul ol li a bdi strong em br b i'.split(' '));
const ownClasses = new Set(['cite', 'term']);

const isPlain = (element: Element) =>
  [...elements(element)].every(
    ({ tagName, attrs }) =>
      plain.has(tagName) &&
      attrs.every(
        ({ name, value }) =>
          name !== 'class' || value.split(' ').every((one) => ownClasses.has(one)),
      ),
  );

/** The element marked with `data-later`: the later sheets are linked before it. */
function markedEnd(all: readonly Element[]): Element | undefined {
  const marked = all.find((element) => attribute(element, 'data-later') !== undefined);
  if (marked) setAttribute(marked, 'data-later', undefined);
  return marked;
}

/** The first element of the text that is not plain, or the element after the text if all of it is plain. */
function endOfText(all: readonly Element[]): Element | undefined {
  const text = all.find((element) => hasClass(element, 'text'));
  const parts = text?.childNodes.filter((node): node is Element => 'tagName' in node) ?? [];
  const rich = parts.findIndex((part) => !isPlain(part));
  if (text && rich === -1) return nextElement(text);
  // A heading is in the margin beside the element that follows it, so the two stay together.
  const end = parts[rich - 1]?.tagName === 'h2' ? rich - 1 : rich;
  return end > 0 ? parts[end] : undefined;
}

function nextElement(element: Element): Element | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings.slice(siblings.indexOf(element) + 1).find((node) => 'tagName' in node);
}
