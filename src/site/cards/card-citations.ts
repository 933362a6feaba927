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
  /** As it is cited, with the place in it. */
  readonly name: string;
  readonly href: string;
}

const isCitation = (element: Element) => element.tagName === 'a' && hasClass(element, 'cite');

/** A paragraph that only names sources, such as "Sources:" with its citations. */
const most = 12;

/**
 * Takes the citations of a card to its foot line, and leaves a number that leads there.
 * @param label what a number is called where it is read aloud
 * @returns the sources in the order of their numbers
 */
export function numberCitations(
  blocks: readonly Element[],
  label: (number: number) => string,
): CardSource[] {
  const sources: CardSource[] = [];
  const numberOf = (link: Element): number => {
    const source = { name: textOf(link).trim(), href: attribute(link, 'href') ?? '' };
    const known = sources.findIndex(
      ({ name, href }) => name === source.name && href === source.href,
    );
    return known === -1 ? sources.push(source) : known + 1;
  };
  for (const block of blocks)
    for (const link of [...elements(block)].filter(isCitation)) {
      const number = numberOf(link);
      insertAfter(
        link,
        `<sup class="cited"><a href="#source-${number}" aria-label="${label(number)}">${number}</a></sup>`,
      );
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
