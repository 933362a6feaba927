import { type AgendaWords, timesOf } from '../agenda-exports.ts';
import type { Session } from '../agenda.ts';

/**
 * A day of an agenda as a table.
 * @param number number of the day, from 1
 * @param hrefOf returns the address of the guide for a part; undefined if it has none
 */
export function agendaTable(
  { columns, day, of }: AgendaWords,
  sessions: readonly Session[],
  number: number,
  hrefOf: (part: string) => string | undefined,
): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'stacks';
  table.createCaption().textContent = day(number);
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const session of sessions) {
    const row = body.insertRow();
    row.className = session.kind;
    const { title, purpose, method, material } = of(session);
    const name = document.createElement('th');
    name.scope = 'row';
    const href = hrefOf(session.part ?? '');
    if (href === undefined) name.textContent = title;
    else name.append(linkTo(href, title));
    row.insertCell().textContent = timesOf(session);
    row.append(name);
    for (const [place, text] of [purpose, method, material].entries()) {
      const cell = row.insertCell();
      cell.textContent = text;
      if (text !== '') cell.dataset['label'] = columns[place + 2];
    }
  }
  return table;
}

/** Creates a link with this text. */
export function linkTo(href: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words;
  return link;
}
