import { interpolate } from '../../../site/interpolate.ts';
import { formatPercent } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { type Estimate, fewestPeople } from '../gain.ts';
import type { GroupGain } from '../results.ts';

const signed = (share: number) => (share > 0 ? '+' : '') + formatPercent(share);

/** The gain of a group in its table, and why some of it is not shown. */
export function showGain(page: HTMLElement, { pairs, alone, total, places }: GroupGain): void {
  const said = (name: string, values: Record<string, string | number> | undefined) => {
    const line = part(page, name);
    line.textContent = values ? interpolate(line.dataset['words'], values) : '';
  };
  said('total', total && { pairs, ...inWords(total) });
  said('alone', alone.length > 0 ? { names: alone.join(', ') } : undefined);
  part(page, 'few').hidden = pairs >= fewestPeople || pairs === 0;
  for (const cell of page.querySelectorAll<HTMLElement>('[data-gain]')) {
    const gain = places[Number(cell.dataset['gain'])];
    const words = gain && inWords(gain);
    cell.textContent = words?.value ?? '';
    const interval = page.querySelector(`[data-interval="${cell.dataset['gain'] ?? ''}"]`);
    if (interval) interval.textContent = words ? `${words.low} … ${words.high}` : '';
  }
}

const inWords = ({ value, low, high }: Estimate) => ({
  value: signed(value),
  low: signed(low),
  high: signed(high),
});
