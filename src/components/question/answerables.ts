import { type Answerable, numberParts } from '../../course/answer-sheet.ts';
import { keyTo } from './key.ts';

/** The questions of the banks on a page as an answer sheet needs them, by id. */
export const answerablesIn = (page: ParentNode): ReadonlyMap<string, Answerable> =>
  new Map(
    Array.from(page.querySelectorAll<HTMLElement>('[data-bank] form'), (form) => {
      const id = String(form.dataset['question']);
      const key = keyTo(form);
      const chosen = form.querySelectorAll<HTMLOptionElement>('select option:not([value=""])');
      const answerable = {
        ...key,
        id,
        parts: key.kind === 'numeric' ? numberParts : key.lines.map((line) => line.id),
        targets: [...new Set(Array.from(chosen, ({ value }) => value))].sort(),
      };
      return [id, answerable];
    }),
  );
