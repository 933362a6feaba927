/** Parts of a lesson that each get a slide of their own. */
export type Shown = 'passage' | 'question' | 'figure' | 'table' | 'tree' | 'steps';

/** Kind of a slide: the part of the lesson that it is made from, or one of two kinds of its own. */
export type SlideKind = Shown | 'opening' | 'points';

/** One slide of a deck. */
export interface Slide {
  readonly kind: SlideKind;
  readonly heading: string;
  /** HTML of the content below the heading. */
  readonly body: string;
  /** Plain text of the lesson's paragraphs for this slide, which a facilitator can read out or paraphrase. */
  readonly notes: readonly string[];
  /** Size of the type at 4:3, an index of `typeScales`: 0 is the largest. */
  readonly size: number;
  /** Size of the type at 16:9, where lines are longer. */
  readonly wide: number;
  /** Whether the slide is part of the short deck. */
  readonly isShort: boolean;
}

/** Sizes of the type in both shapes of a slide. */
export type Sizes = Pick<Slide, 'size' | 'wide'>;

/**
 * Steps by which type is reduced until its content fits the slide, which is 24 em high. Content is split over several
 * slides by the narrower of the two shapes, 4:3.
 */
const typeScales = [1.3, 1.14, 1, 0.86, 0.74, 0.64, 0.55, 0.47] as const;

/** Height available below the heading, in em of the slide. */
const bodyHeight = 14.9;
/** Width available at 4:3 (`size`) and at 16:9 (`wide`), in em of the slide. */
const widths = { size: 27.5, wide: 38.1 } as const;
const lineHeight = 1.35;
/** Upper estimate of the mean width of a character, in em. */
const character = 0.5;

/** Measurements of a paragraph, list item or cell. */
export interface Line {
  readonly characters: number;
  /** Indent, which reduces the width, in em. */
  readonly indent?: number;
  /** Share of the width, for a cell. */
  readonly share?: number;
}

/** Type scale, and width of the slide in em. */
export interface Setting {
  readonly scale: number;
  readonly width: number;
}

/** Number of lines that a text takes. */
export const linesOf = (
  { characters, indent = 0, share = 1 }: Line,
  { scale, width: whole }: Setting,
): number => {
  const width = Math.max(3, (whole / scale) * share - indent);
  return Math.max(1, Math.ceil((characters * character) / width));
};

/** Total height of consecutive texts, in em of the slide. @param gap space after each, in lines */
export const heightOf = (lines: readonly Line[], setting: Setting, gap = 0.45): number =>
  lines.reduce((sum, line) => sum + (linesOf(line, setting) + gap) * lineHeight * setting.scale, 0);

/** The largest type at which a height fits, for each shape; undefined if none fits at 4:3. */
function sizesThatHold(heightAt: (setting: Setting) => number, most: number): Sizes | undefined {
  const [size, wide] = [widths.size, widths.wide].map((width) =>
    typeScales.slice(0, most).findIndex((scale) => heightAt({ scale, width }) <= bodyHeight),
  );
  if (size === undefined || size < 0 || wide === undefined) return undefined;
  return { size, wide: wide < 0 ? size : wide };
}

const smallest: Sizes = { size: typeScales.length - 1, wide: typeScales.length - 1 };

/** Sizes of the type for content that cannot be split: the largest that fit, or else the smallest. */
export const sizesFor = (heightAt: (setting: Setting) => number): Sizes =>
  sizesThatHold(heightAt, typeScales.length) ?? smallest;

/**
 * Splits a list into parts of similar size that each fit a slide.
 * @param heightAt returns the height of a part
 * @param most number of type sizes to try before the list is split
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
    // A single item cannot be split, so all sizes are tried.
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
