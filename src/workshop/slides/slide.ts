/** Parts of a lesson that each get a slide of their own. */
export type Shown = 'passage' | 'question' | 'figure' | 'table' | 'tree' | 'steps';

/** Kind of a slide, by the part of the lesson that it was made from. */
export type SlideKind = Shown | 'opening' | 'points';

/** One slide of a deck. */
export interface Slide {
  readonly kind: SlideKind;
  readonly heading: string;
  /** HTML of what is shown below the heading. */
  readonly body: string;
  /** Paragraphs of the lesson behind the slide, as text: what a facilitator may say. */
  readonly notes: readonly string[];
  /** Size of the type at 4:3, an index of `typeScales`: 0 is the largest. */
  readonly size: number;
  /** The same at 16:9, where lines are longer. */
  readonly wide: number;
  /** Whether the slide is of the short deck. */
  readonly isShort: boolean;
}

/** Sizes of the type in both shapes of a slide. */
export type Sizes = Pick<Slide, 'size' | 'wide'>;

/**
 * A slide is 24 em high. These are the steps by which type shrinks until a slide holds what is on it. What is
 * parted is parted for the narrower of the two shapes, 4:3.
 */
const typeScales = [1.3, 1.14, 1, 0.86, 0.74, 0.64, 0.55, 0.47] as const;

/** Room for what stands below the heading, in em of the slide. */
const bodyHeight = 14.9;
/** Its width at 4:3 and at 16:9. */
const widths = { size: 27.5, wide: 38.1 } as const;
const lineHeight = 1.35;
/** Mean width of a character of text in em, on the safe side. */
const character = 0.5;

/** A paragraph, list item or cell to be set: how long it is, and what stands around it. */
export interface Line {
  readonly characters: number;
  /** Indent, taken from the width, in em. */
  readonly indent?: number;
  /** Share of the width, of a cell. */
  readonly share?: number;
}

/** Type scale, and width of the slide in em. */
export interface Setting {
  readonly scale: number;
  readonly width: number;
}

/** Lines that a text takes. */
export const linesOf = (
  { characters, indent = 0, share = 1 }: Line,
  { scale, width: whole }: Setting,
): number => {
  const width = Math.max(3, (whole / scale) * share - indent);
  return Math.max(1, Math.ceil((characters * character) / width));
};

/** Height of what is set below each other, in em of the slide. @param gap space after each, in lines */
export const heightOf = (lines: readonly Line[], setting: Setting, gap = 0.45): number =>
  lines.reduce((sum, line) => sum + (linesOf(line, setting) + gap) * lineHeight * setting.scale, 0);

/** The largest type at which a height is held, in each shape; undefined where none is at 4:3. */
function sizesThatHold(heightAt: (setting: Setting) => number, most: number): Sizes | undefined {
  const [size, wide] = [widths.size, widths.wide].map((width) =>
    typeScales.slice(0, most).findIndex((scale) => heightAt({ scale, width }) <= bodyHeight),
  );
  if (size === undefined || size < 0 || wide === undefined) return undefined;
  return { size, wide: wide < 0 ? size : wide };
}

const smallest: Sizes = { size: typeScales.length - 1, wide: typeScales.length - 1 };

/** Sizes of the type for what stays on one slide: the largest that hold it, or the smallest there is. */
export const sizesFor = (heightAt: (setting: Setting) => number): Sizes =>
  sizesThatHold(heightAt, typeScales.length) ?? smallest;

/**
 * Parts of a list that each fit a slide, as even as they can be.
 * @param heightAt height of some of the items
 * @param most how many steps of the type may be used before a list is parted
 */
export function parted<T>(
  items: readonly T[],
  heightAt: (items: readonly T[], setting: Setting) => number,
  most: number,
): ({ readonly items: readonly T[] } & Sizes)[] {
  for (let count = 1; count <= items.length; count++) {
    const each = Math.ceil(items.length / count);
    const parts = Array.from({ length: Math.ceil(items.length / each) }, (_, place) =>
      items.slice(place * each, (place + 1) * each),
    );
    // A single item that fits nowhere takes the smallest type.
    const steps = each === 1 ? typeScales.length : most;
    const sizes = parts.map((part) => sizesThatHold((setting) => heightAt(part, setting), steps));
    if (sizes.every((each) => each !== undefined)) {
      const size = Math.max(...sizes.map((each) => each.size));
      const wide = Math.max(...sizes.map((each) => each.wide));
      return parts.map((part) => ({ items: part, size, wide }));
    }
  }
  return items.map((item) => ({ items: [item], ...smallest }));
}
