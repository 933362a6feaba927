import { interpolate } from '../../../site/interpolate.ts';
import { numberFormat } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { productIn, titleOf } from '../cells.ts';
import type { FormTable } from '../exercise-form.ts';
import { type FilledRow, isGiven } from '../filled-form.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Callbacks for changes that a group makes to a row. */
export interface RowActs {
  readonly type: (row: string, column: string, text: string) => void;
  /** @param title title of the row on the page */
  readonly remove: (row: string, title: string) => void;
  readonly move: (row: string, by: -1 | 1, title: string) => void;
}

/** Shows the rows of a table as field sets. @param page has the texts, and `section` the list and its template */
export function showRows(
  page: HTMLElement,
  section: HTMLElement,
  table: FormTable,
  rows: readonly FilledRow[],
  acts: RowActs,
): void {
  const template = part(section, 'row') as HTMLTemplateElement;
  part(section, 'rows').replaceChildren(
    ...rows.map((row, place) => {
      const [item] = (template.content.cloneNode(true) as DocumentFragment).children;
      const element = item as HTMLElement;
      element.dataset['row'] = row.id;
      const isPreset = isGiven(table, row.id);
      const line = interpolate(page.dataset['row'], { number: place + 1 });
      const title = titleOf(table, row) || line;
      const legend = isPreset ? title : line;
      part(element, 'legend').textContent = table.isRanked
        ? `${numberFormat.format(place + 1)}. ${title}`
        : legend;
      if (isPreset)
        element.querySelector(`[data-column="${table.columns[0]?.id ?? ''}"]`)?.remove();
      for (const field of element.querySelectorAll<Field>('[name]')) {
        field.value = row.cells[field.name] ?? '';
        colour(field);
        field.addEventListener('input', () => {
          colour(field);
          acts.type(row.id, field.name, field.value);
        });
      }
      showProducts(element, table, row);
      const remove = part(element, 'remove');
      remove.hidden = isPreset;
      remove.setAttribute('aria-label', interpolate(page.dataset['remove'], { title }));
      remove.addEventListener('click', () => {
        // Reads the current title, which may have been edited since rendering.
        const named = element.querySelector<Field>(`[name="${table.columns[0]?.id ?? ''}"]`)?.value;
        acts.remove(row.id, named?.trim() || line);
      });
      for (const button of element.querySelectorAll<HTMLButtonElement>('[data-move]')) {
        const isUp = button.dataset['move'] === 'up';
        const name = interpolate(page.dataset[isUp ? 'up' : 'down'], { title });
        button.setAttribute('aria-label', name);
        button.disabled = isUp ? place === 0 : place === rows.length - 1;
        button.addEventListener('click', () => acts.move(row.id, isUp ? -1 : 1, title));
      }
      return element;
    }),
  );
}

/** Shows the products of a row. @param element the element of the row */
export function showProducts(element: HTMLElement, table: FormTable, row: FilledRow): void {
  for (const output of element.querySelectorAll<HTMLOutputElement>('[data-product]')) {
    const column = table.columns.find(({ id }) => id === output.dataset['product']);
    const product = column && productIn(row, column);
    output.textContent = product === undefined ? '–' : numberFormat.format(product);
  }
}

/** Shows a colour choice in its colour, next to its word. */
function colour(field: Field) {
  if (!(field instanceof HTMLSelectElement)) return;
  const chosen = field.selectedOptions[0]?.dataset['colour'];
  if (chosen === undefined) delete field.dataset['colour'];
  else field.dataset['colour'] = chosen;
}
