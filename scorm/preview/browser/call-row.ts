import type { Call } from './session.ts';

const longest = 200;

/** A row of the call log: time, function, arguments, return value, error. */
export function callRow({ at, name, args, answer, error }: Call): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.dataset['call'] = name;
  row.dataset['error'] = error;
  for (const text of [clock(at), name, args.join(', '), answer, error === '0' ? '' : error]) {
    const cell = row.insertCell();
    cell.textContent = text.length > longest ? `${text.slice(0, longest)}…` : text;
  }
  return row;
}

/** The time of day with seconds. */
export const clock = (time: Date) => time.toTimeString().slice(0, 8);
