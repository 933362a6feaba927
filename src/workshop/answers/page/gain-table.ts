import { interpolate } from '../../../site/interpolate.ts';
import { formatPercent } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { type Estimate, fewestPeople, type RightOf } from '../gain.ts';
import type { GroupGain, PlaceGain, QuestionGain } from '../results.ts';

const signed = (share: number) => (share > 0 ? '+' : '') + formatPercent(share);

const inWords = ({ value, low, high }: Estimate) => ({
  value: signed(value),
  low: signed(low),
  high: signed(high),
});

/** Shows the gain of a group in its table, and the reason if part of it is not shown. */
export function showGain(page: HTMLElement, { pairs, alone, total, places }: GroupGain): void {
  const said = (name: string, values: Record<string, string | number> | undefined) => {
    const line = part(page, name);
    line.textContent = values ? interpolate(line.dataset['words'], values) : '';
  };
  said('total', total && { pairs, ...inWords(total) });
  said('alone', alone.length > 0 ? { names: alone.join(', ') } : undefined);
  part(page, 'few').hidden = pairs >= fewestPeople || pairs === 0;
  for (const row of page.querySelectorAll<HTMLElement>('[data-of-objective]'))
    showRow(row, places[Number(row.dataset['ofObjective'])]);
}

/** Shows the gain of each question of a form in its row; a cell stays empty if the group is too small. */
export function showQuestionGains(
  page: HTMLElement,
  form: number,
  gains: readonly QuestionGain[],
): void {
  const share = ({ right, all }: RightOf) => right / all;
  gains.forEach(({ before, after, gain }, place) => {
    const row = page.querySelector<HTMLElement>(`[data-row="${form}.${place}"]`);
    if (row) showRow(row, gain && { ...gain, before: share(before), after: share(after) });
  });
}

function showRow(row: HTMLElement, gain: PlaceGain | undefined) {
  const words = gain && inWords(gain);
  const texts: Record<string, string> =
    gain && words
      ? {
          before: formatPercent(gain.before),
          after: formatPercent(gain.after),
          value: words.value,
          interval: `${words.low} … ${words.high}`,
        }
      : {};
  for (const cell of row.querySelectorAll<HTMLElement>('[data-gain]'))
    cell.textContent = texts[String(cell.dataset['gain'])] ?? '';
}
