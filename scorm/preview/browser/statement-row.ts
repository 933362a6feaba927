import type { ShownStatement } from '../cmi5/view.ts';
import { clock } from './call-row.ts';

/**
 * Two rows of the statement list: a summary, and below it the statement as sent, which the summary expands.
 * @param platform label for statements made by the platform itself
 */
export function statementRows(
  { at, by, verb, about, result, text }: ShownStatement,
  platform: string,
): readonly [HTMLTableRowElement, HTMLTableRowElement] {
  const row = document.createElement('tr');
  row.dataset['verb'] = verb;
  row.dataset['by'] = by;
  row.insertCell().textContent = clock(new Date(at));
  const opener = document.createElement('button');
  opener.type = 'button';
  opener.className = 'opens';
  opener.textContent = by === 'platform' ? `${verb} ${platform}` : verb;
  row.insertCell().append(opener);
  for (const each of [about, result]) row.insertCell().textContent = each;

  const whole = document.createElement('tr');
  whole.dataset['whole'] = verb;
  const cell = whole.insertCell();
  cell.colSpan = row.cells.length;
  const sent = document.createElement('pre');
  sent.textContent = text;
  cell.append(sent);
  const show = (isOpen: boolean) => {
    whole.hidden = !isOpen;
    opener.ariaExpanded = String(isOpen);
  };
  show(false);
  opener.addEventListener('click', () => {
    show(whole.hidden !== false);
  });
  return [row, whole];
}
