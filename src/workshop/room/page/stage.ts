import { sceneOf, shownParagraphs, offered, outcome } from '../../../cases/moves.ts';
import type { CaseMachine } from '../../../cases/machine.ts';
import type { BookletWords } from '../../../cases/player/booklet-words.ts';
import { interpolate } from '../../../site/interpolate.ts';
import { formatPercent } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { before, shownVote, standing } from '../play.ts';
import { leading, letters, tally } from '../tally.ts';
import type { Room, Way } from '../way.ts';

/** Page, case and words with which the stage shows a room. */
interface Shown {
  readonly page: HTMLElement;
  readonly machine: CaseMachine;
  readonly words: BookletWords;
}

/** The way of the active group. */
export const playing = (room: Room): Way => {
  const way = room.ways[room.playing] ?? room.ways[0];
  if (way === undefined) throw new Error('a room has at least one way');
  return way;
};

/** The state whose choices the room sees: the open decision, or the one just taken. */
const decisionOf = (machine: CaseMachine, way: Way) =>
  way.isTold ? before(machine, way, way.rounds.length - 1) : standing(machine, way);

/** Renders what everybody in the room may see: the scene, the choices, the bars. */
export function showStage({ page, machine, words }: Shown, room: Room): void {
  const way = playing(room);
  const at = standing(machine, way);
  const last = way.isTold ? way.rounds.at(-1) : undefined;
  const ended = way.isTold ? undefined : outcome(at);
  part(page, 'heading').textContent = last
    ? (page.dataset['follows'] ?? '')
    : words.heading(sceneOf(at));
  part(page, 'group').textContent = room.ways.length > 1 ? way.group : '';
  part(page, 'text').replaceChildren(
    ...(last
      ? words.consequence(`${last.scene}.${last.taken}`)
      : words.situation(sceneOf(at), shownParagraphs(at))),
  );
  part(page, 'turn').textContent = last ? '' : words.turn(sceneOf(at));
  const taken = part(page, 'taken');
  taken.hidden = last === undefined;
  taken.textContent = last
    ? interpolate(page.dataset['taken'], { choice: words.label(last.scene, last.taken) })
    : '';
  const outcomeLine = part(page, 'outcome');
  const isJudged = ended !== undefined && room.isOpen;
  outcomeLine.hidden = !isJudged;
  outcomeLine.textContent = isJudged ? (page.dataset[ended] ?? '') : '';
  const debrief = page.querySelector<HTMLElement>('.debrief');
  if (debrief) debrief.hidden = !isJudged;
  showBars({ page, machine, words }, room);
  showVerdicts({ page, machine, words }, room);
}

function showBars({ page, machine, words }: Shown, room: Room) {
  const way = playing(room);
  const decision = decisionOf(machine, way);
  const choices = offered(decision).map(({ id }) => id);
  const tallies = tally(shownVote(way), choices);
  const first = leading(tallies);
  part(page, 'bars').hidden = choices.length === 0;
  part(page, 'bars').replaceChildren(
    ...tallies.map(({ choice, votes, share, tables, hands }, place) => {
      const line = document.createElement('li');
      const isTaken = way.isTold && way.rounds.at(-1)?.taken === choice;
      line.classList.toggle('taken', isTaken);
      line.classList.toggle('leads', first.includes(choice));
      const letter = document.createElement('span');
      letter.className = 'letter';
      letter.textContent = letters[place] ?? '';
      const label = document.createElement('span');
      label.className = 'choice';
      label.textContent = words.label(sceneOf(decision), choice);
      line.append(letter, label);
      if (first.length > 0) {
        const bar = document.createElement('meter');
        bar.max = 1;
        bar.value = share;
        bar.setAttribute('aria-hidden', 'true');
        const count = document.createElement('span');
        count.className = 'count';
        count.textContent = interpolate(page.dataset['votes'], {
          votes,
          share: formatPercent(share),
        });
        line.append(bar, count);
        if (tables.length > 0) {
          const names = document.createElement('span');
          names.className = 'tables small';
          names.textContent = interpolate(page.dataset[hands > 0 ? 'tablesToo' : 'tables'], {
            tables: tables.filter((name) => name !== '').join(', '),
            hands,
          });
          line.append(names);
        }
      }
      const reason = shownVote(way).reasons[choice];
      if (reason) {
        const said = document.createElement('q');
        said.dir = 'auto';
        said.textContent = reason;
        line.append(said);
      }
      return line;
    }),
  );
}

/** Renders the verdicts on all choices of the last decision; nothing is shown until the trainer reveals them. */
function showVerdicts({ page, machine, words }: Shown, room: Room) {
  const way = playing(room);
  const last = way.isTold ? way.rounds.at(-1) : undefined;
  const place = part(page, 'verdicts');
  place.hidden = last === undefined || !room.isOpen;
  if (last === undefined || !room.isOpen) return place.replaceChildren();
  place.replaceChildren(
    ...offered(decisionOf(machine, way)).flatMap(({ id }, index) => {
      const why = words.why(`${last.scene}.${id}`);
      if (why.length === 0) return [];
      const section = document.createElement('section');
      const heading = document.createElement('h3');
      heading.textContent = `${letters[index] ?? ''} · ${words.label(last.scene, id)}`;
      section.append(heading, ...why);
      return section;
    }),
  );
}
