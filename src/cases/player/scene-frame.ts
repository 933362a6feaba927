import { part } from '../../site/query-part.ts';

/** A line or a button of the frame, by its part. */
const lines = ['decision', 'heading', 'turn', 'choice', 'changes', 'on', 'change'] as const;

/** Content of the frame: a scene, or the consequence of a decision. */
interface Framed extends Partial<Readonly<Record<(typeof lines)[number], string>>> {
  /** "Decision 2 of 5"; empty where there is nothing to decide. */
  readonly decision: string;
  readonly heading: string;
  readonly text: readonly Node[];
  /** Words that say whose turn it is, in a case of two roles. */
  readonly turn?: string;
  /** Label of the decision; like `changes` and `why`, only where its consequence is shown. */
  readonly choice?: string;
  readonly changes?: string;
  readonly why?: readonly Node[];
  /** Label of the button to go on; none at a decision or an ending. */
  readonly on?: string;
  /** Label of the button that takes the decision back. */
  readonly change?: string;
}

/** Fills the frame of the player. A line that is not given is hidden. */
export function fillFrame(player: HTMLElement, framed: Framed): void {
  const { text, choice, why = [] } = framed;
  for (const name of lines) {
    const line = part(player, name);
    line.textContent = framed[name] ?? '';
    line.hidden = line.textContent === '';
  }
  part(player, 'text').replaceChildren(...text);
  part(player, 'chosen').hidden = choice === undefined;
  const judged = part(player, 'why') as HTMLDetailsElement;
  judged.hidden = why.length === 0;
  judged.open = false;
  part(player, 'reasons').replaceChildren(...why);
  for (const name of ['choices', 'ending']) part(player, name).hidden = true;
  player.querySelector('.debrief')?.classList.add('away');
}
