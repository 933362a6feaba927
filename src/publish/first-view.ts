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

/** The sheet that packages link whole, and what comes of it after the first view. */
const [whole, later] = ['/assets/site.css', '/assets/later.css'];
/** The sheet of what authors put into a text. */
const ofText = '/assets/lesson.css';

/** Whether the sheet of a name may stand in pages: `first` in each, and those that a page names beside it. */
export const isOfFirstView = (name: string): boolean =>
  /^(?:first|waiting|opening|contents|start|summary)$/.test(name);

/**
 * Puts into a page the styles of its first view, so that it is painted one round trip earlier; the sheets for the
 * rest are linked where what they are for begins (ADR 18). The sheet of every page is `first`; a page names others
 * beside it in `data-first` of the link to `site.css`. A page whose first view has no end keeps its links, and so
 * does one without scripts: where a host refuses styles in pages, a script links the whole sheets
 * (`src/site/refused-styles.ts`).
 * @param page with URLs from the root of the site; it is changed
 * @param sheets text of a stylesheet by its name
 * @throws where a sheet is named that there is not
 */
export function styleFirstView(page: Document, sheets: Pick<ReadonlyMap<string, string>, 'get'>) {
  const all = [...elements(page)];
  const links = all.filter((element) => attribute(element, 'rel') === 'stylesheet');
  const site = links.find((link) => attribute(link, 'href') === whole);
  if (!site) return;
  const named = attribute(site, 'data-first')?.split(' ') ?? [];
  setAttribute(site, 'data-first', undefined);
  const end = endOfFirstView(all);
  if (!end || all.every((element) => attribute(element, 'defer') === undefined)) return;

  const isNamed = (link: Element) =>
    named.some((name) => attribute(link, 'href') === `/assets/${name}.css`);
  const rest = links.filter((link) => link !== site && !isNamed(link));
  // Other sheets may style what stands above the text.
  if (rest.some((link) => attribute(link, 'href') !== ofText)) return;

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

/** Names of the elements of plain text, all of which the sheet of the first view styles. */
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

/**
 * The element before which the later sheets are linked: the one marked `data-later`, or the first in the text of the
 * page that is more than text. Undefined where the page has no such place.
 */
function endOfFirstView(all: readonly Element[]): Element | undefined {
  const marked = all.find((element) => attribute(element, 'data-later') !== undefined);
  if (marked) {
    setAttribute(marked, 'data-later', undefined);
    return marked;
  }
  const text = all.find((element) => hasClass(element, 'text'));
  const parts = text?.childNodes.filter((node): node is Element => 'tagName' in node) ?? [];
  const rich = parts.findIndex((part) => !isPlain(part));
  if (text && rich === -1) return nextElement(text);
  // A heading stands in the margin beside what follows it at once.
  const end = parts[rich - 1]?.tagName === 'h2' ? rich - 1 : rich;
  return end > 0 ? parts[end] : undefined;
}

function nextElement(element: Element): Element | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings.slice(siblings.indexOf(element) + 1).find((node) => 'tagName' in node);
}
