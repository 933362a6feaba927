import type { Step } from '../../progress/attempt.ts';
import { element } from '../../site/element.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import type { CaseState } from '../machine.ts';
import type { Memory } from '../memory.ts';
import { outcome, sceneOf } from '../moves.ts';
import type { PlaceState } from '../place.ts';
import type { BookletWords } from './booklet-words.ts';
import { setGauge } from './gauge.ts';
import { quietButton } from './quiet-button.ts';

/** The file of a case: what is known, how things stand, and the decisions one can go back to. */
export class CaseFile {
  readonly #page: HTMLElement;
  readonly #words: BookletWords;
  readonly #say: DOMStringMap;
  readonly #back: (decision: number) => void;

  /**
   * @param page has the parts of the file, and in `play` the sentences about them
   * @param back goes back to a step, counted from 0
   */
  constructor(page: HTMLElement, words: BookletWords, back: (decision: number) => void) {
    this.#page = page;
    this.#words = words;
    this.#say = part(page, 'play').dataset;
    this.#back = back;
  }

  /** Shows the file as it is where the learner stands, after these steps. */
  show({ at, before, trail }: PlaceState, steps: readonly Step[]): void {
    const places = trail.map(sceneOf);
    const scene = sceneOf(at);
    const upTo = before ? places.slice(0, -1) : [...places.filter((id) => id !== scene), scene];
    // Facts known only to the other role stay hidden until the end.
    const here = places.map((id) => this.#words.role(id));
    const now = before
      ? this.#words.role(sceneOf(before))
      : this.#words.role(scene) || here.findLast((role) => role !== '') || '';
    const open = (scene: string) => ['', now].includes(this.#words.role(scene));
    part(this.#page, 'known').replaceChildren(
      ...this.facts([...new Set(upTo)].filter(open), before ? undefined : scene),
    );
    part(this.#page, 'indicators').replaceChildren(...this.levels(at, before, trail));
    const backs = part(this.#page, 'back') as HTMLDetailsElement;
    backs.hidden = steps.length === 0;
    backs.open = outcome(at) !== undefined && !before;
    let number = 0;
    part(this.#page, 'backs').replaceChildren(
      ...steps.map((step, position) => {
        const heading = this.#words.heading(step.split('.')[0] ?? '');
        const isQuestion = this.#words.why(step).length === 0;
        if (!isQuestion) number += 1;
        const words = interpolate(this.#say[isQuestion ? 'backToQuestion' : 'backTo'], {
          number,
          heading,
        });
        return element(
          'li',
          '',
          quietButton(words, () => this.#back(position)),
        );
      }),
    );
  }

  /** Facts known from these scenes, a line each; those of the scene `fresh` are marked as new. */
  facts(scenes: readonly string[], fresh?: string): Element[] {
    return scenes.flatMap((scene) =>
      this.#words.known(scene).map((fact) => element('li', scene === fresh ? 'new' : '', fact)),
    );
  }

  /**
   * A line for each indicator.
   * @param before state before the decision; what moved since is told
   * @param trail of the run, to find indicators that have not changed yet
   */
  levels({ context }: CaseState, before?: CaseState, trail?: readonly CaseState[]): Node[] {
    const levels = Object.entries(context.indicators);
    return Array.from(part(this.#page, 'indicators').children, (line, position) => {
      const [id, level] = levels[position] ?? ['', 0];
      const shown = line.cloneNode(true) as Element;
      const start = trail?.[0]?.context.indicators[id];
      const isUntouched = trail?.every(({ context }) => context.indicators[id] === start);
      const { label, meaning } = this.#words.indicator(id, level, isUntouched);
      const change = before ? this.#change(id, level, before.context) : '';
      const [name, , words] = shown.children;
      if (name) {
        name.textContent = change || label;
        name.classList.toggle('moved', change !== '');
      }
      if (words) words.textContent = meaning;
      const sentence = interpolate(this.#say['level'], { level });
      setGauge(shown, sentence, level, before?.context.indicators[id]);
      return shown;
    });
  }

  /** Sentences that say which indicators moved, and which way; empty when none did. */
  changes({ context }: CaseState, before: CaseState): string {
    return Object.entries(context.indicators)
      .map(([id, level]) => this.#change(id, level, before.context))
      .filter((change) => change !== '')
      .join(' ');
  }

  /** An indicator that moved, and which way, in words; empty when it did not. */
  #change(id: string, level: number, before: Memory): string {
    const change = level - (before.indicators[id] ?? level);
    const words = this.#say[change > 0 ? 'rising' : 'falling'];
    return change === 0
      ? ''
      : interpolate(words, { indicator: this.#words.indicator(id, level).label });
  }
}
