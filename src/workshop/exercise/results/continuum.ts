import { svgText } from '../../svg-text.ts';
import { cellText, titleOf } from '../cells.ts';
import { type FilledRow, rowsOf } from '../filled-form.ts';
import type { MakeResult, ResultWords } from './result.ts';

const column = 190;
const gap = 20;
const lineHeight = 18;
/** Maximum number of letters in a line, chosen so that average text of 14 pixels fits into a column. */
const perLine = 25;
/** Width of the drawing for small screens: that of the text of a phone. */
const narrow = 320;

interface Stop {
  readonly title: string;
  readonly decides: string;
  readonly lost: string;
  readonly service: string;
}

/**
 * The stages as one line, in the order of the form. Who decides is above a stop, who is lost is below it, and what
 * catches them is at the end of the branch. Text and lines inherit their colour from the surrounding element.
 */
export const continuum: MakeResult<'continuum'> = (
  { title, above, below, catches },
  { table, work, words: { direction } },
) => {
  const text = (row: FilledRow, id: string) => {
    const column = table.columns.find((each) => each.id === id);
    return column ? cellText(table, row, column) : '';
  };
  const words = rowsOf(table, work)
    .map((row): Stop => ({
      title: titleOf(table, row),
      decides: text(row, above),
      lost: text(row, below),
      service: text(row, catches),
    }))
    .filter((stop) => stop.title !== '');
  const stops = words.map(({ title, decides, lost, service }) => ({
    title: wrapped(title),
    decides: wrapped(decides),
    lost: wrapped(lost),
    service: wrapped(service),
  }));
  const most = (of: (stop: (typeof stops)[number]) => readonly string[]) =>
    Math.max(1, ...stops.map((stop) => of(stop).length));
  const head = (most((stop) => stop.title) + most((stop) => stop.decides)) * lineHeight + 14;
  const way = head + 22;
  const lost = way + 40;
  const care = lost + most((stop) => stop.lost) * lineHeight + 16;
  const foot = care + 26;
  const height = foot + most((stop) => stop.service) * lineHeight + 6;
  const width = stops.length * (column + gap) + gap;
  const at = (stop: number) => {
    const start = gap + stop * (column + gap);
    return direction === 'rtl' ? width - start : start;
  };
  const turn = direction === 'rtl' ? -1 : 1;
  const texts = stops.map((stop, place) => {
    const x = at(place);
    const { length } = stop.decides;
    return [
      lines(x, head - (stop.title.length + length - 1) * lineHeight, stop.title, 700),
      lines(x, head - (length - 1) * lineHeight, stop.decides),
      `<circle cx="${x + 8 * turn}" cy="${way}" r="7"/>`,
      lines(x + 18 * turn, lost, stop.lost),
      lines(x, foot, stop.service, 700),
    ].join('');
  });
  const exits = stops.map(({ service }, place) => {
    const x = at(place) + 8 * turn;
    if (service.length === 0) return '';
    return (
      `<path d="M${x} ${way + 8}V${care}" stroke-width="2"/>` +
      `<path d="M${x - 6} ${care - 7}L${x} ${care}L${x + 6} ${care - 7}" stroke-width="2"/>`
    );
  });
  return {
    blocks: [],
    upright: upright(words, title, direction),
    drawing: [
      headOf({ width, height, direction, title }),
      `<path d="M0 ${way}H${width}" stroke-width="3"/>`,
      `<path d="M0 ${care + 4}H${width}" stroke-width="1" stroke-dasharray="5 4"/>`,
      `${exits.join('')}</g><g fill="currentColor">${texts.join('')}</g></svg>`,
    ].join(''),
  };
};

/** The same line from above to below, with its stops under each other. */
function upright(
  stops: readonly Stop[],
  title: string,
  direction: ResultWords['direction'],
): string {
  const [line, way, text] = [10, 44, 30];
  const at = (x: number) => (direction === 'rtl' ? narrow - x : x);
  let y = 0;
  const drawn = stops.map((stop) => {
    const [name, decides] = [wrapped(stop.title, 34), wrapped(stop.decides, 34)];
    const [lost, service] = [wrapped(stop.lost, 30), wrapped(stop.service, 34)];
    const top = y + 22;
    const leaves = top + (name.length + decides.length) * lineHeight - 8;
    const care = leaves + Math.max(1, lost.length) * lineHeight + 14;
    y = service.length === 0 ? care : care + 4 + service.length * lineHeight;
    y += 14;
    return {
      texts: [
        `<circle cx="${at(line)}" cy="${top - 5}" r="7"/>`,
        lines(at(text), top, name, 700),
        lines(at(text), top + name.length * lineHeight, decides),
        lines(at(way + 14), leaves + 20, lost),
        lines(at(text), care + 18, service, 700),
      ].join(''),
      exit:
        service.length === 0
          ? ''
          : `<path d="M${at(line)} ${leaves}H${at(way)}V${care}" stroke-width="2"/>` +
            `<path d="M${at(way) - 6} ${care - 7}L${at(way)} ${care}L${at(way) + 6} ${care - 7}" stroke-width="2"/>`,
    };
  });
  return [
    headOf({ width: narrow, height: y, direction, title }),
    `<path d="M${at(line)} 0V${y}" stroke-width="3"/>`,
    ...drawn.map(({ exit }) => exit),
    '</g><g fill="currentColor">',
    ...drawn.map(({ texts }) => texts),
    '</g></svg>',
  ].join('');
}

interface Head {
  readonly width: number;
  readonly height: number;
  readonly direction: ResultWords['direction'];
  readonly title: string;
}

/** Begins a drawing, and the group of its lines. */
const headOf = ({ width, height, direction, title }: Head) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
  ` direction="${direction}" font-family="Georgia, serif" font-size="14" role="img" aria-label="${svgText(title)}">` +
  '<g fill="none" stroke="currentColor">';

const lines = (x: number, y: number, texts: readonly string[], weight = 400) =>
  texts
    .map(
      (line, place) =>
        `<text x="${x}" y="${y + place * lineHeight}" font-weight="${weight}">${svgText(line)}</text>`,
    )
    .join('');

/** Wraps text to lines of a column; a word that is longer than a line is split. */
function wrapped(text: string, most = perLine): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []));
  }
  return lines;
}
