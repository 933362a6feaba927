/**
 * A piece of the words of a chapter: markup that is XML and HTML alike and the same in every handbook, or what
 * each handbook writes in its own way. A chapter stands in several handbooks and is read once.
 */
export type Piece =
  | string
  | { readonly kind: 'citation'; readonly source: string; readonly words: string }
  /** A heading, with the level that it has on its page. */
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly pieces: readonly Piece[];
      readonly attributes: string;
    }
  | { readonly kind: 'term'; readonly id: string; readonly pieces: readonly Piece[] }
  /** A link to a page of the course, and a place on it. */
  | {
      readonly kind: 'link';
      readonly page: string;
      readonly id: string;
      readonly pieces: readonly Piece[];
    };

/** Details in which the text of a handbook differs from the pages: levels of headings, citations, ids. */
export interface Writing {
  /** Number of levels that a heading stands deeper than on its page. */
  readonly deeper: number;
  /** The mark of a citation. */
  readonly cite: (source: string, words: string) => string;
  /** Id under which the handbook explains a term; told of each term that the words use. */
  readonly term: (id: string) => string;
  /**
   * Id in the handbook of a place on a page of the course.
   * @returns undefined where the handbook does not hold the page
   */
  readonly place: (page: string, id: string) => string | undefined;
}

/** Writes pieces as a handbook has them: a link leads within it, or is plain text. */
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
