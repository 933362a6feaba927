import { part } from '../../site/query-part.ts';

/** What stands in the frame: a scene, or what follows from a decision. */
interface Framed {
  /** "Decision 2 of 5"; empty where there is nothing to decide. */
  readonly label: string;
  readonly heading: string;
  readonly text: readonly Node[];
  /** Whose turn it is, in a case of two roles. */
  readonly turn?: string;
  /** The decision that was taken, and how it is judged; where what follows from it is shown. */
  readonly chosen?: string;
  readonly why?: readonly Node[];
  /** What the button onward says; none where one decides, or the case is over. */
  readonly on?: string;
  /** What the button says that takes the decision back. */
  readonly change?: string;
}

/** Fills the frame of the player. What it does not name is not shown. */
export function fillFrame(player: HTMLElement, framed: Framed): void {
  const { label, heading, text, turn, chosen, why = [], on, change } = framed;
  part(player, 'decision').textContent = label;
  part(player, 'heading').textContent = heading;
  part(player, 'text').replaceChildren(...text);
  show('turn', turn);
  show('on', on);
  show('change', change);
  const taken = part(player, 'chosen');
  taken.hidden = chosen === undefined;
  const words = taken.querySelector('span:last-child');
  if (words) words.textContent = chosen ?? '';
  const judged = part(player, 'why') as HTMLDetailsElement;
  judged.hidden = why.length === 0;
  judged.open = false;
  part(player, 'reasons').replaceChildren(...why);
  part(player, 'changes').textContent = '';
  for (const name of ['choices', 'ending']) part(player, name).hidden = true;
  player.querySelector('.debrief')?.classList.add('away');

  function show(name: string, words = '') {
    const line = part(player, name);
    line.hidden = words === '';
    line.textContent = words;
  }
}
