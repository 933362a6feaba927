/** A section of a page, which a result leads to: a heading and the text below it. */
export interface Section {
  /** Path from the root of the site, with the anchor of the heading if it has one. */
  readonly href: string;
  /** Title of the page. */
  readonly title: string;
  /** The section's own heading; empty for what stands before the first one. */
  readonly heading: string;
  readonly text: string;
  /** What the page is about, in a line; of the section at its start. */
  readonly about?: string;
}

/** A section as the results show it: not its text, but what names it. */
export interface ShownSection extends Omit<Section, 'text' | 'about'> {
  /** How the text begins, or what the page says of itself. */
  readonly excerpt: string;
}

/** The anchor that most headings have: their words in lower case, joined by hyphens. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
