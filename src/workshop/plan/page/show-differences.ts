import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { actionFields, type Plan, settle } from '../plan.ts';
import type { PlanWords } from '../plan-exports.ts';

const names = [...actionFields, 'by', 'state'] as const;

/**
 * Each difference with what the groups wrote, to press; the last button keeps what stands.
 * @param put is given the plan with one of them settled
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
