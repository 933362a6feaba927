import { elements, hasClass, replaceContent, textOf, type Element } from '../html/html.ts';
import { outerHtml, setAttribute } from '../html/html.ts';

/**
 * Turns the numbers on a bench card into citations like those of a lesson. On the sheet they refer to a line at its
 * foot, which keeps the sources without a number.
 */
export function bringCardSources(card: Element): void {
  const all = [...elements(card)];
  const foot = all.find((element) => hasClass(element, 'card-foot'));
  if (foot === undefined) return;
  const sources = [...elements(foot)].filter(({ tagName }) => tagName === 'a');
  for (const source of sources) setAttribute(source, 'class', 'cite');
  const named = new Set<Element>();
  for (const mark of all.filter(({ tagName }) => tagName === 'sup')) {
    const cited = [...textOf(mark).matchAll(/\d+/g)].flatMap(
      ([number]) => sources[Number(number) - 1] ?? [],
    );
    for (const source of cited) named.add(source);
    mark.tagName = 'span';
    mark.nodeName = 'span';
    replaceContent(mark, cited.map(outerHtml).join(''));
  }
  const others = sources.filter((source) => !named.has(source));
  replaceContent(foot, others.length === 0 ? '' : `<p>${others.map(outerHtml).join(' ')}</p>`);
}
