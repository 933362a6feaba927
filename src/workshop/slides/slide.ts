/** What is on a slide, by the mark of the author that it was made from. */
export type SlideKind =
  'opening' | 'points' | 'passage' | 'question' | 'figure' | 'table' | 'tree' | 'steps';

/** One slide of a deck. */
export interface Slide {
  readonly kind: SlideKind;
  readonly heading: string;
  /** HTML of what is shown below the heading. */
  readonly body: string;
  /** Paragraphs of the lesson behind the slide, as text: what a facilitator may say. */
  readonly notes: readonly string[];
  /** Size of the type, an index of `typeScales`: 0 is the largest. */
  readonly size: number;
}

/**
 * A slide is 24 em high. These are the steps by which type shrinks until a slide
 * holds what is on it; a deck is measured at the narrower of its two shapes, 4:3.
 */
export const typeScales = [1.3, 1.14, 1, 0.86, 0.74, 0.64, 0.55, 0.47] as const;

/** Room for what stands below the heading, in em of the slide. */
const bodyHeight = 14.9;
const bodyWidth = 27.5;
const lineHeight = 1.35;
/** Mean width of a character of text in em, on the safe side. */
const character = 0.5;

/** A paragraph, list item or cell to be set: how long it is, and what stands around it. */
export interface Line {
  readonly characters: number;
  /** What is taken from the width, in em. */
  readonly indent?: number;
  /** Share of the width, of a cell. */
  readonly share?: number;
}

/** Lines that a text takes at a scale of the type. */
export const linesOf = ({ characters, indent = 0, share = 1 }: Line, scale: number): number => {
  const width = Math.max(3, (bodyWidth / scale) * share - indent);
  return Math.max(1, Math.ceil((characters * character) / width));
};

/** Height of what is set below each other, in em of the slide. @param gap space after each, in lines */
export const heightOf = (lines: readonly Line[], scale: number, gap = 0.45): number =>
  lines.reduce((sum, line) => sum + (linesOf(line, scale) + gap) * lineHeight * scale, 0);

/** The largest type at which a height is held; undefined where none is. */
export const sizeThatHolds = (
  heightAt: (scale: number) => number,
  most: number = typeScales.length,
): number | undefined => {
  const found = typeScales.slice(0, most).findIndex((scale) => heightAt(scale) <= bodyHeight);
  return found < 0 ? undefined : found;
};

/**
 * Parts of a list that each fit a slide, as even as they can be.
 * @param heightAt height of some of the items at a scale
 * @param most how many steps of the type may be used before a list is parted
 */
export function parted<T>(
  items: readonly T[],
  heightAt: (items: readonly T[], scale: number) => number,
  most: number,
): { readonly items: readonly T[]; readonly size: number }[] {
  for (let count = 1; count <= items.length; count++) {
    const each = Math.ceil(items.length / count);
    const parts = Array.from({ length: Math.ceil(items.length / each) }, (_, place) =>
      items.slice(place * each, (place + 1) * each),
    );
    // A single item that fits nowhere takes the smallest type.
    const steps = each === 1 ? typeScales.length : most;
    const sizes = parts.map((part) => sizeThatHolds((scale) => heightAt(part, scale), steps));
    if (sizes.every((size) => size !== undefined)) {
      const size = Math.max(...sizes);
      return parts.map((part) => ({ items: part, size }));
    }
  }
  return items.map((item) => ({ items: [item], size: typeScales.length - 1 }));
}
