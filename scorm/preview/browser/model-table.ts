import type { Elements } from '../../standards/standard.ts';
import { clock } from './call-row.ts';

/** The table of the data model, which is updated row by row. */
export interface ModelTable {
  /** Shows the elements, and marks those whose values differ from what was shown before. */
  readonly show: (elements: Elements) => void;
  readonly elements: () => Elements;
}

interface Row {
  readonly row: HTMLTableRowElement;
  readonly value: HTMLElement;
  readonly when: HTMLElement;
  text: string;
}

/** Values with more characters than this are shown with their length, which is limited for suspend data. */
const short = 40;

/**
 * @param body element that contains the rows
 * @param characters message for a length, with `{count}` for the number
 */
export function modelTable(body: HTMLElement, characters: string): ModelTable {
  const rows = new Map<string, Row>();
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  function added(element: string): Row {
    const row = document.createElement('tr');
    const name = document.createElement('th');
    name.scope = 'row';
    name.textContent = element;
    row.dataset['element'] = element;
    row.append(name);
    const made = { row, value: row.insertCell(), when: row.insertCell(), text: '' };
    rows.set(element, made);
    body.append(row);
    return made;
  }

  return {
    show(elements) {
      const isNews = Object.entries(elements).some(
        ([element, text]) => rows.get(element)?.text !== text,
      );
      for (const [element, { row }] of rows) {
        if (isNews) delete row.dataset['changed'];
        if (element in elements) continue;
        row.remove();
        rows.delete(element);
      }
      for (const [element, text] of Object.entries(elements)) {
        const shownRow = rows.get(element);
        const row = shownRow ?? added(element);
        row.row.dataset['empty'] = String(text === '');
        if (row.text === text) continue;
        row.text = text;
        row.row.dataset['changed'] = '';
        row.value.textContent = text;
        row.when.textContent = clock(new Date());
        if (text.length > short) {
          const length = document.createElement('small');
          length.textContent = ` ${characters.replace('{count}', numbers.format(text.length))}`;
          row.value.append(length);
        }
      }
    },
    elements: () => Object.fromEntries([...rows].map(([element, { text }]) => [element, text])),
  };
}
