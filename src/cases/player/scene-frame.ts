import { part } from '../../site/query-part.ts';

/** A line or a button of the frame, by its part. */
const lines = ['decision', 'heading', 'turn', 'choice', 'changes', 'on', 'change'] as const;

/** What stands in the frame: a scene, or what follows from a decision. */
interface Framed extends Partial<Readonly<Record<(typeof lines)[number], string>>> {
  /** "Decision 2 of 5"; empty where there is nothing to decide. */
  readonly decision: string;
  readonly heading: string;
  readonly text: readonly Node[];
  /** Whose turn it is, in a case of two roles. */
  readonly turn?: string;
  /** The decision that was taken, what it changed and how it is judged; where what follows from it is shown. */
  readonly choice?: string;
  readonly changes?: string;
  readonly why?: readonly Node[];
  /** What the button onward says; none where one decides, or the case is over. */
  readonly on?: string;
  /** What the button says that takes the decision back. */
  readonly change?: string;
}

/** Fills the frame of the player. What it does not name is not shown. */
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
