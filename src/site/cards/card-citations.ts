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
  /** Name under which the source is cited, with the place in it. */
  readonly name: string;
  readonly href: string;
}

const isCitation = (element: Element) => element.tagName === 'a' && hasClass(element, 'cite');

/** A paragraph that only names sources, such as "Sources:" with its citations. */
const most = 12;

/**
 * Takes the citations of a card to its foot line, which counts them, and leaves their numbers.
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

/** Whether a block holds citations and hardly a word beside them. */
export function onlyCites(block: Element): boolean {
  const cites = [...elements(block)].filter(isCitation);
  const words = cites.reduce((rest, cite) => rest.replace(textOf(cite), ''), textOf(block));
  return block.tagName === 'p' && cites.length > 0 && words.trim().length <= most;
}
