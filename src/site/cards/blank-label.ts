/**
 * Label of a blank: the term above it, the row and column of its cell, or the text before it. It is also the storage
 * key of the answer, so that an answer never appears beside another question.
 * @param field an element in the page
 */
export function blankLabel(field: HTMLElement): string {
  const cell = field.closest('td');
  const first = cell?.parentElement?.children[0];
  // A row whose first cell is a blank has no name of its own.
  const row = first?.querySelector('fill-in') ? undefined : first;
  const column = cell && cell.closest('table')?.querySelectorAll('th')[cell.cellIndex];
  const words = cell
    ? [row, column].map((part) => part?.textContent.trim())
    : [
        lastPhrase(
          (field.closest('dd')?.previousElementSibling ?? field.parentElement)?.textContent ?? '',
        ),
      ];
  return words.filter(Boolean).join(': ');
}

/** The text after the last full stop or tick box, without the colon. */
const lastPhrase = (text: string): string =>
  (text.trim().split(/[☐.]/).at(-1) ?? '').replace(/[\s:]+$/, '').trim();
