import type { ActivityState, Sequenced } from '../../standards/scorm2004/rollup.ts';
import type { Elements } from '../../standards/standard.ts';
import type { Activity } from '../activity-tree.ts';
import { fetchJson } from './commit-store.ts';
import { must } from './must.ts';

/** Runs sequencing for the activity tree of a package over the stored attempts of its parts. */
export type Sequencing = (tree: Activity, kept: Readonly<Record<string, Elements>>) => Sequenced;

interface Found {
  readonly tree: Activity;
  readonly kept: Readonly<Record<string, Elements>>;
}

/**
 * Shows the status of each part of the package, the rolled-up status, and whether the part of this page may be
 * chosen. Does nothing if the page has no such table.
 */
export function showActivities(sequencing: Sequencing | undefined): void {
  if (sequencing === undefined || document.querySelector('#activities') === null) return;
  const page = must<HTMLElement>('.lms');
  const { query = '', sco = '' } = page.dataset;
  const found = fetchJson('GET', `activities?${query}`) as Found | undefined;
  if (!found) return;
  const { states, mayChoose } = sequencing(found.tree, found.kept);
  const table = must<HTMLElement>('#activities table');
  must('#activities tbody').replaceChildren(...states.map((state) => rowOf(state, table, sco)));
  must('#not-chosen').hidden = mayChoose(sco);
}

function rowOf(
  { id, title, depth, completion, isSatisfied, measure }: ActivityState,
  { dataset }: HTMLElement,
  sco: string,
): HTMLElement {
  const row = document.createElement('tr');
  row.dataset['activity'] = id;
  if (id === sco) row.ariaCurrent = 'true';
  const name = document.createElement('th');
  name.scope = 'row';
  name.textContent = title || id;
  name.style.paddingInlineStart = `${depth}rem`;
  const cells = [
    completion,
    isSatisfied ? (dataset['yes'] ?? '') : '–',
    measure === undefined ? '–' : String(measure),
  ].map((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    return cell;
  });
  row.append(name, ...cells);
  return row;
}
