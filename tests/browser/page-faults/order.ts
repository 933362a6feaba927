import { type Fault, faultAt, shown } from './fault.ts';

const levelOf = (heading: Element) =>
  Number(heading.getAttribute('aria-level') ?? heading.tagName.slice(1));

/** Headings that leave a level out, and a page without a first (WCAG 1.3.1). */
export function headingFaults(page: Document): Fault[] {
  const headings = shown(page, 'h1, h2, h3, h4, h5, h6, [role="heading"]');
  const skipping = headings
    .filter((heading, place) => {
      const before = headings[place - 1];
      return before !== undefined && levelOf(heading) > levelOf(before) + 1;
    })
    .map((heading) => faultAt('heading-order', heading));
  return headings.some((heading) => levelOf(heading) === 1)
    ? skipping
    : [...skipping, 'page-has-heading-one: no heading is the first'];
}

const isOf = (element: Element, names: string) =>
  names.split(' ').includes(element.tagName.toLowerCase());
const unseen = 'script template style';

/** Lists and tables whose parts are not theirs, or stand in another order (WCAG 1.3.1). */
export function groupFaults(page: Document): Fault[] {
  const lists = shown(page, 'ul:not([role]), ol:not([role])')
    .filter((list) => [...list.children].some((child) => !isOf(child, `li ${unseen}`)))
    .map((list) => faultAt('list', list));
  const alone = shown(page, 'li')
    .filter((item) => item.parentElement?.matches('ul, ol, menu, [role="list"]') !== true)
    .map((item) => faultAt('listitem', item));
  const definitions = shown(page, 'dl')
    .flatMap((list) => [list, ...list.querySelectorAll(':scope > div')])
    .filter((group) => {
      const parts = [...group.children].filter((child) => !isOf(child, unseen));
      if (parts.some((part) => !isOf(part, group.matches('dl') ? 'dt dd div' : 'dt dd')))
        return true;
      const ends = parts.filter((part) => !isOf(part, 'div'));
      return (
        ends.length > 0 && (!isOf(ends[0] as Element, 'dt') || !isOf(ends.at(-1) as Element, 'dd'))
      );
    })
    .map((group) => faultAt('definition-list', group));
  const scopes = shown(page, '[scope]')
    .filter((cell) => !/^(?:row|col|rowgroup|colgroup)$/.test(cell.getAttribute('scope') ?? ''))
    .map((cell) => faultAt('scope-attr-valid', cell));
  return [...lists, ...alone, ...definitions, ...scopes];
}
