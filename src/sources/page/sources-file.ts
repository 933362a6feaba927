/** A document as it is told beside a citation. */
export interface SourceText {
  readonly title: string;
  /** "Authors (year)". */
  readonly by: string;
  /** Journal, series or number; empty where there is none. */
  readonly container: string;
  /** Its kind, in words; how it was read stands in the list alone. */
  readonly kind: string;
  readonly url: string;
}

/** The text that the build writes above the script that shows sources in place. */
export interface SourcesText {
  readonly close: string;
  /** Words of the link to the list of sources. */
  readonly more: string;
  /** Heading of the list that is printed with a page. */
  readonly onPage: string;
  readonly sources: Readonly<Record<string, SourceText>>;
}

/** Shows the source of a citation where it stands, or takes it away again; false where it knows no such source. */
export type ShowSource = (citation: HTMLAnchorElement) => boolean;
