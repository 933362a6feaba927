import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { actionFields, type Plan, settle } from '../plan.ts';
import type { PlanWords } from '../plan-exports.ts';

const names = [...actionFields, 'by', 'state'] as const;

/**
 * Shows each difference with a button for the entry of each group, and a last one to keep the current value.
 * @param put receives the plan with one difference settled
 */
export function showDifferences(
  page: HTMLElement,
  plan: Plan,
  words: PlanWords,
  put: (plan: Plan) => void,
): void {
  const place = part(page, 'differences');
  const { actions, differences = [] } = plan;
  part(page, 'differ').hidden = differences.length === 0;
  place.replaceChildren(
    ...differences.map((difference) => {
      const { action, field, said } = difference;
      const line = document.createElement('li');
      const number = actions.findIndex(({ id }) => id === action) + 1;
      const name = interpolate(page.dataset['action'], { number });
      line.append(`${name}, ${words.columns[names.indexOf(field)] ?? field}: `);
      const offer = (text: string, value?: string) => {
        const take = document.createElement('button');
        take.type = 'button';
        take.className = 'quiet';
        take.dir = 'auto';
        take.textContent = text;
        take.addEventListener('click', () => {
          put(settle(plan, difference, value));
          (place.querySelector('button') ?? part(page, 'differ')).focus();
        });
        line.append(take, ' ');
      };
      for (const { group, value } of said)
        offer(words.said(words.value(field, value), group), value);
      offer(String(page.dataset['asItStands']));
      return line;
    }),
  );
}
