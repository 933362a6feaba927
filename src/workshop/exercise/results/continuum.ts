import { svgText } from '../../svg-text.ts';
import { cellText, titleOf } from '../cells.ts';
import { type FilledRow, rowsOf } from '../filled-form.ts';
import type { MakeResult } from './result.ts';

const column = 190;
const gap = 20;
const lineHeight = 18;
/** Letters that fit a column at 14 pixels; a line of wide ones is narrower. */
const perLine = 25;

/**
 * The stages as one line, in the order of the form: who decides stands above a stop, who is lost below it, and what
 * catches them at the end of the way that leads off the line. Text and lines take the colour of what the drawing
 * stands in.
 */
export const continuum: MakeResult<'continuum'> = (
  { title, above, below, catches },
  { table, work, words: { direction } },
) => {
  const text = (row: FilledRow, id: string) => {
    const column = table.columns.find((each) => each.id === id);
    return column ? wrapped(cellText(table, row, column)) : [];
  };
  const stops = rowsOf(table, work)
    .filter((row) => titleOf(table, row) !== '')
    .map((row) => ({
      title: wrapped(titleOf(table, row)),
      decides: text(row, above),
      lost: text(row, below),
      service: text(row, catches),
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
  const lines = (x: number, y: number, texts: readonly string[], weight = 400) =>
    texts
      .map(
        (line, place) =>
          `<text x="${x}" y="${y + place * lineHeight}" font-weight="${weight}">${svgText(line)}</text>`,
      )
      .join('');
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
    drawing: [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
      ` direction="${direction}" font-family="Georgia, serif" font-size="14" role="img" aria-label="${svgText(title)}">`,
      '<g fill="none" stroke="currentColor">',
      `<path d="M0 ${way}H${width}" stroke-width="3"/>`,
      `<path d="M0 ${care + 4}H${width}" stroke-width="1" stroke-dasharray="5 4"/>`,
      `${exits.join('')}</g><g fill="currentColor">${texts.join('')}</g></svg>`,
    ].join(''),
  };
};

/** Text in lines of a column; a word that is longer than a line is cut. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= perLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(word.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? []));
  }
  return lines;
}
