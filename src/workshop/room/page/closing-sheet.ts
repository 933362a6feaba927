import { offered, sceneOf } from '../../../cases/moves.ts';
import type { CaseMachine } from '../../../cases/machine.ts';
import type { BookletWords } from '../../../cases/player/booklet-words.ts';
import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { compareWays } from '../parting.ts';
import { before } from '../play.ts';
import { letters, tally } from '../tally.ts';
import type { Room, Way } from '../way.ts';

const cell = (tag: 'td' | 'th', text: string): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.dir = 'auto';
  if (tag === 'th') element.setAttribute('scope', 'row');
  return element;
};

/** Gives each cell the name of its column, for screens on which they stand below each other. */
const nameColumns = (row: HTMLTableRowElement, names: readonly (string | null)[]) => {
  for (const [place, { dataset, textContent, tagName }] of [...row.cells].entries())
    if (tagName === 'TD' && textContent !== '') dataset['label'] = names[place] ?? '';
};

/** Ids of the choices that were offered to a group in a round, in the order of their letters. */
const offeredIn = (machine: CaseMachine, way: Way, round: number): string[] =>
  offered(before(machine, way, round)).map(({ id }) => id);

/** Shows the way of the active group by decision: votes, the choice, and reasons against it. */
export function showSheet(
  page: HTMLElement,
  machine: CaseMachine,
  words: BookletWords,
  way: Way,
  back: (round: number) => void,
): void {
  const place = part(page, 'rounds');
  part(page, 'sheet').hidden = way.rounds.length === 0;
  const heads = [...(place.closest('table')?.tHead?.rows[0]?.cells ?? [])];
  place.replaceChildren(
    ...way.rounds.map(({ scene, taken, vote }, round) => {
      const row = document.createElement('tr');
      const choices = offeredIn(machine, way, round);
      const letter = (choice: string) => letters[choices.indexOf(choice)] ?? '';
      const counts = tally(vote, choices)
        .filter(({ votes }) => votes > 0)
        .map(({ choice, votes, tables }) => {
          const names = tables.filter((name) => name !== '').join(', ');
          return `${letter(choice)} ${votes}${names && ` (${names})`}`;
        });
      const others = choices
        .filter((choice) => choice !== taken && vote.reasons[choice])
        .map((choice) => `${letter(choice)}: ${vote.reasons[choice] ?? ''}`);
      const heading = cell('th', words.heading(scene));
      const again = document.createElement('button');
      again.type = 'button';
      again.className = 'quiet';
      again.textContent = interpolate(place.dataset['back'], { number: round + 1 });
      again.addEventListener('click', () => back(round));
      heading.append(document.createElement('br'), again);
      row.append(
        heading,
        cell('td', `${letter(taken)} · ${words.label(scene, taken)}`),
        cell('td', counts.join('; ')),
        cell('td', others.join(' ')),
      );
      nameColumns(
        row,
        heads.map(({ textContent }) => textContent),
      );
      return row;
    }),
  );
}

/** Shows two or more groups side by side. */
export function showCompared(
  page: HTMLElement,
  machine: CaseMachine,
  words: BookletWords,
  room: Room,
): void {
  const ways = room.ways.filter(({ rounds }) => rounds.length > 0);
  part(page, 'compared').hidden = ways.length < 2;
  if (ways.length < 2) return;
  part(page, 'compared-groups').replaceChildren(
    document.createElement('td'),
    ...ways.map(({ group }) => {
      const head = cell('th', group);
      head.setAttribute('scope', 'col');
      return head;
    }),
  );
  const rounds = part(page, 'compared-rounds');
  rounds.replaceChildren(
    ...compareWays(ways).map(({ taken, isAlike }, round) => {
      const row = document.createElement('tr');
      row.classList.toggle('parted', !isAlike);
      const number = interpolate(rounds.dataset[isAlike ? 'alike' : 'parted'], {
        number: round + 1,
      });
      row.append(
        cell('th', number),
        ...taken.map((each, group) => {
          const way = ways[group];
          if (each === undefined || way === undefined)
            return cell('td', rounds.dataset['over'] ?? '');
          const letter = letters[offeredIn(machine, way, round).indexOf(each.choice)] ?? '';
          return cell(
            'td',
            `${words.heading(each.scene)}: ${letter} · ${words.label(each.scene, each.choice)}`,
          );
        }),
      );
      nameColumns(row, ['', ...ways.map(({ group }) => group)]);
      return row;
    }),
  );
}

/** The ids and words of a case for the table of votes. */
export const caseWords = (machine: CaseMachine, words: BookletWords) => ({
  offered: (way: Way, round: number) => offeredIn(machine, way, round),
  heading: (scene: string) => words.heading(scene),
  label: (scene: string, choice: string) => words.label(scene, choice),
});

/** Identifies the open decision. */
export const decisionKey = (room: Room, way: Way, machine: CaseMachine): string =>
  [room.playing, way.rounds.length, sceneOf(before(machine, way, way.rounds.length))].join(' ');
