import { svgText } from '../svg-text.ts';

/** An area in the picture. */
export interface DrawnArea {
  readonly title: string;
  /** Mean level; undefined if nothing is answered. */
  readonly mean?: number | undefined;
  /** Means of other groups. */
  readonly others: readonly number[];
  /** Text in place of the bar of an area without answers. */
  readonly none: string;
}

/** Texts of the picture and their direction. */
export interface PictureWords {
  readonly title: string;
  /** Names of the levels, the lowest first. */
  readonly levels: readonly string[];
  readonly direction: 'ltr' | 'rtl';
}

/** Width of a phone, so that text of 14 units is legible there; therefore the name of an area is above its bar. */
const width = 330;
const [rowHeight, titleHeight, barHeight, head] = [46, 20, 14, 28];

/**
 * The picture of a self-assessment: a bar for the mean level of each area, and a dot for that of each other group. Text
 * and lines inherit their colour from the surrounding element.
 * @returns an SVG document
 */
export function readinessPicture(
  areas: readonly DrawnArea[],
  { title, levels, direction }: PictureWords,
): string {
  const most = Math.max(1, levels.length - 1);
  const height = head + areas.length * rowHeight + 8;
  const isTurned = direction === 'rtl';
  /** Distance of a level from the side on which reading starts. */
  const at = (level: number) => (level / most) * width;
  const x = (from: number) => (isTurned ? width - from : from);
  const text = (from: number, y: number, words: string, more = '') =>
    `<text x="${x(from)}" y="${y}"${more}>${svgText(words)}</text>`;
  const topOf = (place: number) => head + place * rowHeight + titleHeight;
  /** Anchors the names at both ends so that they stay within the picture. */
  const anchor = (level: number) =>
    level === 0 ? 'start' : level < levels.length - 1 ? 'middle' : 'end';
  // Lines of the levels are only as high as the bars, or begin below the text in place of one: they cross no text.
  const grid = levels.map((_, level) => {
    const parts = areas.map(({ mean }, place) => {
      const skipped = mean === undefined ? barHeight + 5 : 0;
      return `M${x(at(level))} ${topOf(place) - 3 + skipped}v${barHeight + 14 - skipped}`;
    });
    return `<path d="${parts.join('')}" stroke-width="1"/>`;
  });
  const names = levels.map((name, level) =>
    text(at(level), head - 14, name, ` text-anchor="${anchor(level)}" font-size="13"`),
  );
  /** Limits the position of a dot so that it is not cut off at the ends. */
  const within = (from: number) => Math.min(width - 4, Math.max(4, from));
  const bars = areas.flatMap(({ mean, others }, place) => {
    const top = topOf(place);
    // The lowest level also gets a visible bar, to distinguish it from no answer.
    const length = mean === undefined ? 0 : Math.max(3, at(mean));
    const from = isTurned ? width - length : 0;
    return [
      ...(mean === undefined
        ? []
        : [`<rect x="${from}" y="${top}" width="${length}" height="${barHeight}"/>`]),
      ...others.map(
        (other) => `<circle cx="${x(within(at(other)))}" cy="${top + barHeight + 7}" r="4"/>`,
      ),
    ];
  });
  const texts = areas.flatMap((area, place) => {
    const line = topOf(place) - 5;
    return [
      text(0, line, area.title, ' font-weight="700"'),
      ...(area.mean === undefined ? [text(0, line + 16, area.none)] : []),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` direction="${direction}" font-family="Georgia, serif" font-size="14" role="img" aria-label="${svgText(title)}">`,
    `<g fill="none" stroke="currentColor" opacity="0.35">${grid.join('')}</g>`,
    `<g fill="currentColor">${bars.join('')}${names.join('')}${texts.join('')}</g></svg>`,
  ].join('');
}
