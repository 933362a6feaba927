import type { Step } from '../../../progress/attempt.ts';
import type { CaseGraph } from '../../graph.ts';
import { judgementOf } from '../../score.ts';
import { element } from '../../../site/element.ts';

interface Drawn {
  readonly graph: CaseGraph;
  /** Ids of the scenes of the run in order, from the start to the ending. */
  readonly places: readonly string[];
  readonly steps: readonly Step[];
  /** Endings seen in any run. */
  readonly seen: ReadonlySet<string>;
  /** Number of the decision that a step is, from 1; a question asked before one has none. */
  readonly number: (step: number) => number | undefined;
  readonly heading: (scene: string) => string;
  /** Name of the button of a step, counted from 0. */
  readonly name: (step: number, scene: string) => string;
  readonly back: (step: number) => void;
}

/**
 * Draws a run that is over into the map of its case, and beside it the name of each scene of the run. Each decision
 * taken becomes a button that goes back to it; endings seen before and now carry their outcome.
 */
export function drawPath(map: Element, names: Element, run: Drawn): void {
  const { graph, places, steps } = run;
  const taken = new Map(steps.map((step, position) => [step.split('.')[0], { step, position }]));
  for (const way of map.querySelectorAll('[data-way]')) {
    const [from = '', to] = (way.getAttribute('data-way') ?? '').split(' ');
    const place = places.indexOf(from);
    const step = taken.get(from)?.step;
    const isTaken = place >= 0 && places[place + 1] === to;
    way.setAttribute('class', isTaken ? `taken ${(step && judgementOf(graph, step)) ?? ''}` : '');
  }
  for (const old of map.querySelectorAll('[data-at]')) {
    // A fresh copy has no listeners from the previous run.
    const sign = old.cloneNode(true) as SVGElement;
    const scene = sign.getAttribute('data-at') ?? '';
    const position = taken.get(scene)?.position;
    const label = sign.querySelector('text');
    const number = position === undefined ? undefined : run.number(position);
    if (label) label.textContent = number === undefined ? '' : String(number);
    for (const name of ['role', 'tabindex', 'aria-label']) sign.removeAttribute(name);
    const outcome = run.seen.has(scene) ? graph.scenes[scene]?.outcome : undefined;
    sign.setAttribute('class', `${places.includes(scene) ? 'met' : ''} ${outcome ?? ''}`);
    if (position !== undefined) {
      sign.setAttribute('role', 'button');
      sign.setAttribute('tabindex', '0');
      sign.setAttribute('aria-label', run.name(position, scene));
      sign.addEventListener('click', () => run.back(position));
      sign.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        run.back(position);
      });
    }
    old.replaceWith(sign);
  }
  names.replaceChildren(...places.map((scene) => nameBeside(map, scene, run.heading(scene))));
}

/** The name of a scene at the height of its sign, whatever the size at which the map is shown. */
function nameBeside(map: Element, scene: string, heading: string): HTMLElement {
  const [, y = 0] = /[\d.]+ ([\d.]+)/.exec(
    map.querySelector(`[data-at="${scene}"]`)?.getAttribute('transform') ?? '',
  ) ?? [0, 0];
  const [, , , height] = (map.getAttribute('viewBox') ?? '').split(' ');
  const name = element('li', '', heading);
  name.style.insetBlockStart = `${(100 * Number(y)) / Number(height)}%`;
  return name;
}
