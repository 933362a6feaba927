import type { ShownStatement } from '../cmi5/view.ts';
import { clock } from './call-row.ts';

/**
 * A row for the list of statements, which opens to the statement as it was sent.
 * @param platform how a statement of the platform itself is marked
 */
export function statementRow(
  { at, by, verb, about, result, text }: ShownStatement,
  platform: string,
): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.dataset['verb'] = verb;
  row.dataset['by'] = by;
  row.insertCell().textContent = clock(new Date(at));
  const whole = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = by === 'platform' ? `${verb} ${platform}` : verb;
  const sent = document.createElement('pre');
  sent.textContent = text;
  whole.append(summary, sent);
  row.insertCell().append(whole);
  for (const each of [about, result]) row.insertCell().textContent = each;
  return row;
}
