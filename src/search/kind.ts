/** Kinds of results, shown beside each and filtered by. */
export const kinds = ['lesson', 'case', 'card', 'term', 'source', 'page'] as const;
export type Kind = (typeof kinds)[number];

const works = /^(?:sources|library|words|index-of-law|countries|documents|changes)$/;

/**
 * The kind of a page.
 * @param path from the root of the site, such as `en/trial/check.html`; an anchor does not matter
 */
export function kindOf(path: string): Kind {
  const [folder = '', page] = path
    .replace(/[?#].*$/, '')
    .replace(/\.html$/, '')
    .split('/')
    .slice(1);
  if (folder === 'glossary') return 'term';
  if (works.test(folder)) return 'source';
  if (folder === 'cases') return 'case';
  if (folder === 'cards' || page === 'bench-card') return 'card';
  return page === undefined || folder === 'workshop' ? 'page' : 'lesson';
}

/**
 * Weights of pages by kind: a page that teaches a matter, or is the tool that was asked for, comes before those that
 * list where it is mentioned. Weighed over 1,965 queries, those of each list with the words as they were before it;
 * those of documents, notes on countries and the kit once more with 150 that nobody had seen.
 */
const boosts: Readonly<Record<Kind, number>> = {
  lesson: 1.3,
  case: 1.2,
  card: 0.9,
  term: 0.9,
  source: 0.3,
  page: 1.4,
};

/** Weights of pages by path, where the kind does not decide: the first that fits. */
const places: readonly (readonly [RegExp, number])[] = [
  // Each is about one matter, and not a list as the other works of reference are.
  [/\/(?:countries|documents)\/./, 1.1],
  [/\/index-of-law\./, 0.5],
  // Whoever types "stakeholder" may want the exercise; whoever types "training" wants the page that opens the kit.
  [/\/workshop\/(?!index)/, 1.1],
];

/**
 * What a page of a path weighs, with two decimals. The introduction and the summary of a module only point to its
 * lessons.
 */
export const boostOf = (path: string): number =>
  Math.round(
    (places.find(([place]) => place.test(path))?.[1] ?? boosts[kindOf(path)]) *
      (/\/(?:introduction|summary)\.html/.test(path) ? 50 : 100),
  ) / 100;
