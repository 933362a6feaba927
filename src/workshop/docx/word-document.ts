/** A document for export to a word processor, in format-independent terms. */
export interface WordDocument {
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isLandscape?: boolean;
  readonly blocks: readonly Block[];
}

/** Colours of a cell, as in a traffic light. */
export type CellColour = 'green' | 'amber' | 'red';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isStrong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Cells in the order of the head; a line feed separates lines of a cell. */
      readonly rows: readonly (readonly string[])[];
      /** Colours of cells, in the same order. Each cell also states the meaning of its colour in words. */
      readonly colours?: readonly (readonly (CellColour | undefined)[])[];
    }
  | {
      readonly kind: 'picture';
      /** A PNG and its size in pixels. */
      readonly png: Uint8Array;
      readonly width: number;
      readonly height: number;
      /** Text alternative of the picture. */
      readonly text: string;
    };

/** The global that `assets/workshop-docx.js` sets. */
export interface DocxWindow {
  atiDocx?: (document: WordDocument) => Promise<Blob>;
}
