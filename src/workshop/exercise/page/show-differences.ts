import { interpolate } from '../../../site/interpolate.ts';
import { cellText, titleOf } from '../cells.ts';
import { allVersions, type FormDifference } from '../merge-groups.ts';

/**
 * Lists the differences between groups, with a button to accept each version and, for texts, one to keep all.
 * @param nameless returns the label of a group without a name, by its index
 */
export function showDifferences(
  page: HTMLElement,
  list: HTMLElement,
  differences: readonly FormDifference[],
  take: (difference: FormDifference, text: string) => void,
): void {
  list.replaceChildren(
    ...differences.map((difference) => {
      const { table, row, column, said } = difference;
      const line = document.createElement('li');
      const about = document.createElement('span');
      about.dir = 'auto';
      about.textContent = interpolate(page.dataset['difference'], {
        row: titleOf(table, row),
        column: column.title,
      });
      const versions = said.map(({ group, text }) => {
        const value = cellText(table, { ...row, id: '', cells: { [column.id]: text } }, column);
        const words = group === '' ? value : interpolate(page.dataset['take'], { value, group });
        return button(words, () => take(difference, text));
      });
      if (column.kind === 'text')
        versions.push(
          button(String(page.dataset['takeAll']), () => take(difference, allVersions(difference))),
        );
      line.append(about, ...versions.flatMap((version) => [' ', version]));
      return line;
    }),
  );
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.dir = 'auto';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}
