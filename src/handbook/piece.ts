/**
 * A piece of the text of a chapter: markup that is valid as XML and as HTML and the same in every handbook, or content
 * that each handbook writes in its own way. Chapters occur in several handbooks, but are parsed once.
 */
export type Piece =
  | string
  | { readonly kind: 'citation'; readonly source: string; readonly words: string }
  /** A heading, with its level on the page. */
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly pieces: readonly Piece[];
      readonly attributes: string;
    }
  | { readonly kind: 'term'; readonly id: string; readonly pieces: readonly Piece[] }
  /** A link to a page of the course and a place on it. */
  | {
      readonly kind: 'link';
      readonly page: string;
      readonly id: string;
      readonly pieces: readonly Piece[];
    };

/** How the text of one handbook differs from the pages: levels of headings, citations, ids. */
export interface Writing {
  /** Number of levels by which headings are lower than on their page. */
  readonly deeper: number;
  /** Returns the markup of a citation. */
  readonly cite: (source: string, words: string) => string;
  /** Returns the id of a term's explanation in the handbook; called for every term in the text. */
  readonly term: (id: string) => string;
  /**
   * Returns the handbook id of a place on a page of the course.
   * @returns undefined if the handbook does not contain the page
   */
  readonly place: (page: string, id: string) => string | undefined;
}

/** Writes pieces for a handbook: a link within the handbook stays a link, and any other becomes plain text. */
export const writePieces = (pieces: readonly Piece[], writing: Writing): string =>
  pieces.map((piece) => writePiece(piece, writing)).join('');

function writePiece(piece: Piece, writing: Writing): string {
  if (typeof piece === 'string') return piece;
  if (piece.kind === 'citation') return writing.cite(piece.source, piece.words);
  const content = writePieces(piece.pieces, writing);
  switch (piece.kind) {
    case 'heading': {
      const name = `h${Math.min(6, piece.level + writing.deeper)}`;
      return `<${name}${piece.attributes}>${content}</${name}>`;
    }
    case 'term':
      return `<a class="term" href="#${writing.term(piece.id)}">${content}</a>`;
    case 'link': {
      const to = writing.place(piece.page, piece.id);
      return to === undefined ? `<span>${content}</span>` : `<a href="#${to}">${content}</a>`;
    }
  }
}
