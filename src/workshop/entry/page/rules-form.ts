import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { type Aspect, aspectNames } from '../person.ts';
import type { EntryRule, Facts } from '../rule-set.ts';

/** The ticked facts in the form of a rule. */
function factsIn(row: HTMLElement): Facts {
  const ticked = (aspect: Aspect) =>
    Array.from(
      row.querySelectorAll<HTMLInputElement>(`[name="${aspect}"]:checked`),
      ({ value }) => value,
    );
  return Object.fromEntries(
    aspectNames
      .map((aspect) => [aspect, ticked(aspect)] as const)
      .filter(([, all]) => all.length > 0),
  );
}

/**
 * Shows the rules as forms.
 * @param put receives the rules after each change
 * @param remove receives the index of a rule to remove
 */
export function showRules(
  page: HTMLElement,
  rules: readonly EntryRule[],
  put: (rules: EntryRule[]) => void,
  remove: (place: number) => void,
): void {
  const template = part(page, 'rule') as HTMLTemplateElement;
  const place = part(page, 'rules');
  const opened = Array.from(place.querySelectorAll('details'), ({ open }) => open);
  const rows = rules.map((rule, index) => {
    const [row] = (template.content.cloneNode(true) as DocumentFragment).children;
    const element = row as HTMLElement;
    const number = index + 1;
    const name = part(element, 'name') as HTMLInputElement;
    const gate = part(element, 'gate') as HTMLSelectElement;
    const kind = part(element, 'kind') as HTMLSelectElement;
    name.value = rule.name;
    name.setAttribute('aria-label', interpolate(page.dataset['ruleName'], { number }));
    gate.value = rule.gate;
    kind.value = rule.kind;
    for (const aspect of aspectNames)
      for (const value of rule.facts[aspect] ?? []) {
        const box = element.querySelector<HTMLInputElement>(`[name="${aspect}"][value="${value}"]`);
        if (box) box.checked = true;
      }
    const details = element.querySelector('details');
    if (details) details.open = opened[index] ?? rule.name === '';
    element.addEventListener('input', () => {
      put(
        Array.from(place.children, (each) => {
          const read = each as HTMLElement;
          return {
            name: (part(read, 'name') as HTMLInputElement).value.slice(0, 160),
            gate: (part(read, 'gate') as HTMLSelectElement).value as EntryRule['gate'],
            kind: (part(read, 'kind') as HTMLSelectElement).value as EntryRule['kind'],
            facts: factsIn(read),
          };
        }),
      );
    });
    const button = part(element, 'remove');
    button.setAttribute('aria-label', interpolate(page.dataset['remove'], { number }));
    button.addEventListener('click', () => {
      remove(index);
      part(page, 'add').focus();
    });
    return element;
  });
  place.replaceChildren(...rows);
}
