import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { type Action, actionFields } from '../plan.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Callbacks for changes that a group makes to an action. */
interface ActionActs {
  readonly type: (change: (now: readonly Action[]) => Action[]) => void;
  /** @param title what the action is called on the page */
  readonly remove: (id: string, title: string) => void;
}

/** The actions as forms. */
export function showActions(page: HTMLElement, actions: readonly Action[], acts: ActionActs): void {
  const template = part(page, 'action') as HTMLTemplateElement;
  for (const name of ['empty', 'blank']) part(page, name).hidden = actions.length > 0;
  part(page, 'actions').replaceChildren(
    ...actions.map((action, index) => {
      const [row] = (template.content.cloneNode(true) as DocumentFragment).children;
      const element = row as HTMLElement;
      const number = index + 1;
      part(element, 'number').textContent = interpolate(page.dataset['action'], { number });
      for (const name of [...actionFields, 'by', 'state'] as const) {
        const field = element.querySelector<Field>(`[name="${name}"]`);
        if (!field) continue;
        field.value = action[name];
        field.addEventListener('input', () =>
          acts.type((now) =>
            now.map((each) => (each.id === action.id ? { ...each, [name]: field.value } : each)),
          ),
        );
      }
      const remove = part(element, 'remove');
      remove.setAttribute('aria-label', interpolate(page.dataset['remove'], { number }));
      remove.addEventListener('click', () => {
        acts.remove(action.id, part(element, 'number').textContent);
        part(page, 'add').focus();
      });
      return element;
    }),
  );
}
