import type { Step } from '../../progress/attempt.ts';
import type { CaseGraph } from '../graph.ts';
import { judgementOf } from '../score.ts';

/**
 * Draws a run that is over into the map of its case. Each decision taken becomes a button that goes
 * back to it; endings seen before and now carry their outcome.
 * @param places ids of the scenes of the run in order, from the start to the ending
 */
export function drawPath(
  map: Element,
  graph: CaseGraph,
  places: readonly string[],
  steps: readonly Step[],
  say: {
    /** Endings seen in any run. */
    readonly seen: ReadonlySet<string>;
    /** Number of the decision that a step is, from 1; a question asked before one has none. */
    readonly number: (step: number) => number | undefined;
    /** What a step is called, counted from 0. */
    readonly name: (step: number, scene: string) => string;
    readonly back: (decision: number) => void;
  },
): void {
  const taken = new Map(steps.map((step, decision) => [step.split('.')[0], { step, decision }]));
  for (const way of map.querySelectorAll('[data-way]')) {
    const [from = '', to] = (way.getAttribute('data-way') ?? '').split(' ');
    const place = places.indexOf(from);
    const step = taken.get(from)?.step;
    const isTaken = place >= 0 && places[place + 1] === to;
    way.setAttribute('class', isTaken ? `taken ${(step && judgementOf(graph, step)) ?? ''}` : '');
  }
  for (const old of map.querySelectorAll('[data-at]')) {
    // A fresh copy has no listeners of the run before.
    const sign = old.cloneNode(true) as SVGElement;
    const scene = sign.getAttribute('data-at') ?? '';
    const decision = taken.get(scene)?.decision;
    const label = sign.querySelector('text');
    const number = decision === undefined ? undefined : say.number(decision);
    if (label) label.textContent = number === undefined ? '' : String(number);
    for (const name of ['role', 'tabindex', 'aria-label']) sign.removeAttribute(name);
    const outcome = say.seen.has(scene) ? graph.scenes[scene]?.outcome : undefined;
    sign.setAttribute('class', `${places.includes(scene) ? 'met' : ''} ${outcome ?? ''}`);
    if (decision !== undefined) {
      sign.setAttribute('role', 'button');
      sign.setAttribute('tabindex', '0');
      sign.setAttribute('aria-label', say.name(decision, scene));
      sign.addEventListener('click', () => say.back(decision));
      sign.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        say.back(decision);
      });
    }
    old.replaceWith(sign);
  }
}
