import { chartWidth, endOf, roomOf, type Amount, type Chart } from './chart.ts';
import { escapeHtml } from '../../html/escape.ts';

/** Language in which the numbers of a chart are written, and its direction. */
export interface ChartLanguage {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Placeholder for an unknown number. */
  readonly unknown: string;
}

/** Names of the columns: the series, or where there is one number a row what it counts. */
export const columnsOf = ({ series, unit }: Chart): readonly string[] => series ?? [unit];

/** An amount in words: "26", "51 (30–69)", or that it is not known. */
export function amountText(amount: Amount, { language, unknown }: ChartLanguage): string {
  const numbers = new Intl.NumberFormat(language);
  if (amount === null) return unknown;
  if (typeof amount === 'number') return numbers.format(amount);
  return `${numbers.format(amount.value)} (${numbers.formatRange(amount.low, amount.high)})`;
}

/** Bars of the first, second and third series. */
const fills = ['care', 'action', 'muted'];

/** Heights in units of the drawing. */
const line = 20;
const bar = 18;
const between = 14;
/** Room between the end of a bar and its number. */
const space = 6;

/**
 * A chart as SVG: for each row its label and below it a bar for each series, from zero on one scale,
 * the number at its end. A range is a line across the bar. In a right-to-left language the bars
 * grow to the left.
 * @param name of the file, which makes the ids of the drawing unique in the page
 */
export function chartDrawing(chart: Chart, name: string, reading: ChartLanguage): string {
  const { rows, series } = chart;
  const endText = (amount: Amount, column: number) =>
    [amountText(amount, reading), series?.[column] ?? ''].filter(Boolean).join(' ');
  // The longest bar that leaves its number room decides the scale of all.
  const scale = Math.min(
    ...rows.flatMap(({ values }) =>
      values
        .map((amount, column) => ({ end: endOf(amount), text: endText(amount, column) }))
        .filter(({ end }) => end > 0)
        .map(({ end, text }) => (chartWidth - space - roomOf(text)) / end),
    ),
  );
  const rowHeight = line + (series?.length ?? 1) * (bar + 3);
  const height = rows.length * (rowHeight + between) - between;
  const x = (at: number) => round(reading.direction === 'rtl' ? chartWidth - at : at);

  const drawn = rows.map(({ label, values }, row) => {
    const top = row * (rowHeight + between);
    const bars = values.map((amount, column) => {
      const y = top + line + column * (bar + 3);
      const middle = y + bar / 2;
      const value = amount === null || typeof amount === 'number' ? (amount ?? 0) : amount.value;
      const length = value * scale;
      const after = amount === null ? 0 : endOf(amount) * scale + space;
      const number = escapeHtml(amountText(amount, reading));
      const whose = series?.[column];
      return [
        value > 0
          ? `<path class="${fills[column]}" d="M${x(0)} ${y}H${x(length)}v${bar}H${x(0)}z"/>`
          : '',
        amount !== null && typeof amount === 'object'
          ? `<path class="ink stroke" d="M${x(amount.low * scale)} ${middle}H${x(amount.high * scale)}M${x(amount.low * scale)} ${y + 3}v${bar - 6}M${x(amount.high * scale)} ${y + 3}v${bar - 6}"/>`
          : '',
        `<text class="${amount === null ? 'muted' : 'ink'}" x="${x(after)}" y="${y + 14}">`,
        amount === null ? number : `<tspan font-weight="700">${number}</tspan>`,
        whose === undefined ? '' : ` ${escapeHtml(whose)}`,
        '</text>',
      ].join('');
    });
    return `<text class="ink" x="${x(0)}" y="${top + 14}">${escapeHtml(label)}</text>${bars.join('')}`;
  });
  const inWords = rows.map(({ label, values }) => `${label}: ${values.map(endText).join(', ')}`);
  return [
    `<svg viewBox="0 0 ${chartWidth} ${height}" font-size="14" direction="${reading.direction}"`,
    ` role="img" aria-labelledby="${name}-title" aria-describedby="${name}-desc">`,
    `<title id="${name}-title">${escapeHtml(`${chart.title} (${chart.unit})`)}</title>`,
    `<desc id="${name}-desc">${escapeHtml(inWords.join('; '))}</desc>`,
    ...drawn,
    '</svg>',
  ].join('');
}

const round = (at: number) => Math.round(at * 10) / 10;
