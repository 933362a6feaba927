import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { type Action, actionFields } from '../plan.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The actions as forms. @param put is given the actions after each change; `isNew` where one went
 */
export function showActions(
  page: HTMLElement,
  actions: readonly Action[],
  put: (change: (now: readonly Action[]) => Action[], isNew: boolean) => void,
): void {
  const template = part(page, 'action') as HTMLTemplateElement;
  part(page, 'empty').hidden = actions.length > 0;
  part(page, 'actions').replaceChildren(
    ...actions.map((action, index) => {
      const [row] = (template.content.cloneNode(true) as DocumentFragment).children;
      const own = row as HTMLElement;
      const number = index + 1;
      part(own, 'number').textContent = interpolate(page.dataset['action'], { number });
      for (const name of [...actionFields, 'by', 'state'] as const) {
        const field = own.querySelector<Field>(`[name="${name}"]`);
        if (!field) continue;
        field.value = action[name];
        field.addEventListener('input', () =>
          put(
            (now) =>
              now.map((each) => (each.id === action.id ? { ...each, [name]: field.value } : each)),
            false,
          ),
        );
      }
      const remove = part(own, 'remove');
      remove.setAttribute('aria-label', interpolate(page.dataset['remove'], { number }));
      remove.addEventListener('click', () => {
        put((now) => now.filter(({ id }) => id !== action.id), true);
        part(page, 'add').focus();
      });
      return own;
    }),
  );
}
