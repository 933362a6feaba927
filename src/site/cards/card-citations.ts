import {
  attribute,
  elements,
  hasClass,
  insertAfter,
  remove,
  textOf,
  type Element,
} from '../../html/html.ts';

/** A source in the foot line of a card. */
export interface CardSource {
  /** Short form of the source, with the place cited. */
  readonly name: string;
  readonly href: string;
}

const isCitation = (element: Element) => element.tagName === 'a' && hasClass(element, 'cite');

/** Maximum number of characters besides the citations in a paragraph that only names sources, such as "Sources:". */
const most = 12;

/**
 * Moves the citations of a card to its foot line, which numbers them, and leaves the numbers in their places.
 * @returns the sources in the order of their numbers
 */
export function numberCitations(blocks: readonly Element[]): CardSource[] {
  const sources: CardSource[] = [];
  const numberOf = (link: Element): number => {
    const source = { name: textOf(link).trim(), href: attribute(link, 'href') ?? '' };
    const position = sources.findIndex(
      ({ name, href }) => name === source.name && href === source.href,
    );
    return position === -1 ? sources.push(source) : position + 1;
  };
  for (const block of blocks)
    for (const link of [...elements(block)].filter(isCitation)) {
      const number = numberOf(link);
      insertAfter(link, `<sup>${number}</sup>`);
      remove(link);
    }
  return sources;
}

/** Whether a block consists of citations with hardly any other text. */
export function onlyCites(block: Element): boolean {
  const cites = [...elements(block)].filter(isCitation);
  const words = cites.reduce((rest, cite) => rest.replace(textOf(cite), ''), textOf(block));
  return block.tagName === 'p' && cites.length > 0 && words.trim().length <= most;
}
