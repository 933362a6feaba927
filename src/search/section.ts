/** What a reader can be led to: a heading of a page and the text below it. */
export interface Section {
  /** Path from the root of the site, with the anchor of the heading if it has one. */
  readonly href: string;
  /** Title of the page. */
  readonly title: string;
  /** The section's own heading; empty for what stands before the first one. */
  readonly heading: string;
  readonly text: string;
}

/** A section as the index keeps it: not its text, but what is needed to find it and to name it. */
export interface IndexedSection extends Omit<Section, 'text'> {
  /** How the text begins. */
  readonly excerpt: string;
  /** Terms of the text after the excerpt, and how often each stands there. */
  readonly rest: ReadonlyMap<string, number>;
}

/** The form of index files that this code writes and reads. */
export const form = 1;

/** The content of an index file: the value of the global `atiSearch`. */
export interface IndexFile {
  /** `form`. */
  readonly v: number;
  readonly language: string;
  /** A line a page: path, title, number of its sections. */
  readonly pages: string;
  /** A line a section: heading, anchor unless the heading gives it, excerpt. */
  readonly sections: string;
  /** Terms in order; a capital says how many characters each shares with the one before it. */
  readonly terms: string;
  /** For each term, the number of sections less one. */
  readonly counts: string;
  /** For each term and section, the distance from the section before. */
  readonly gaps: string;
  /** For each term and section, how often less one. */
  readonly often: string;
}

/** The anchor that most headings have: their words in lower case, joined by hyphens. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
