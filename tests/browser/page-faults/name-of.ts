import { isShown } from './fault.ts';

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The texts that a list of ids names, one after the other. */
const textOfIds = (page: Document, ids: string) =>
  ids
    .split(/\s+/)
    .map((id) => page.getElementById(id))
    .map((found) => (found ? (found.getAttribute('aria-label') ?? spokenText(found, true)) : ''))
    .join(' ');

/** Text that a screen reader tells of an element. @param isNamed whether hidden text counts, as in a name by ids */
function spokenText(node: Node, isNamed = false): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (/^(?:script|style|template)$/i.test(element.tagName)) return '';
  if (element.getAttribute('aria-hidden') === 'true' || (!isNamed && !isShown(element))) return '';
  const label = element.getAttribute('aria-label') ?? element.getAttribute('alt');
  if (label !== null) return ` ${label} `;
  return [...element.childNodes].map((child) => spokenText(child, isNamed)).join('');
}

/** The words that are seen of an element. */
export const visibleText = (element: Element): string =>
  spaced(
    [...element.childNodes]
      .map((child) =>
        child.nodeType === 3
          ? child.nodeValue
          : child.nodeType === 1 && isShown(child as Element)
            ? visibleText(child as Element)
            : '',
      )
      .join(''),
  );

/** The name that an attribute gives, before all content. */
export function givenName(element: Element): string {
  const ids = element.getAttribute('aria-labelledby');
  return spaced(
    ids === null
      ? (element.getAttribute('aria-label') ?? '')
      : textOfIds(element.ownerDocument, ids),
  );
}

/** The labels of a field: those that point to it, and the one around it. */
export const labelsOf = (field: Element): Element[] => {
  const id = field.getAttribute('id');
  const pointing = [...field.ownerDocument.querySelectorAll('label[for]')].filter(
    (label) => label.getAttribute('for') === id,
  );
  const around = field.closest('label');
  return around === null || pointing.includes(around) ? pointing : [...pointing, around];
};

/**
 * The name under which an element is told, but for what its title says (ACCNAME 1.2, the part that pages of a course
 * need).
 */
export const nameOf = (element: Element): string =>
  givenName(element) ||
  spaced(
    labelsOf(element)
      .map((label) => spokenText(label))
      .join(' '),
  ) ||
  spaced(spokenText(element));
