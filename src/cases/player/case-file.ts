import type { Step } from '../../progress/attempt.ts';
import type { CaseMachine, CaseState, Memory } from '../machine.ts';
import { outcome, sceneOf } from '../moves.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import type { BookletWords } from './booklet-words.ts';
import { gauge } from './gauge.ts';
import { quietButton } from './quiet-button.ts';
import { trail } from './trail.ts';

/** The file of a case: what is known, how things stand, and the decisions one can go back to. */
export class CaseFile {
  readonly #page: HTMLElement;
  readonly #machine: CaseMachine;
  readonly #words: BookletWords;
  readonly #say: DOMStringMap;

  /** @param page has the parts of the file, and in `play` the sentences about them */
  constructor(page: HTMLElement, machine: CaseMachine, words: BookletWords) {
    this.#page = page;
    this.#machine = machine;
    this.#words = words;
    this.#say = part(page, 'play').dataset;
  }

  /**
   * Shows the file as it is now.
   * @param before where the learner stood before the decision just taken
   * @param back goes back to a step, counted from 0
   */
  show(
    at: CaseState,
    steps: readonly Step[],
    before: CaseState | undefined,
    back: (decision: number) => void,
  ): void {
    const places = trail(this.#machine, steps).map(sceneOf);
    const scene = sceneOf(at);
    const upTo = before ? places.slice(0, -1) : [...places.filter((id) => id !== scene), scene];
    // What only the other role knows stays closed, until the end tells it.
    const here = places.map((id) => this.#words.role(id));
    const now = before
      ? this.#words.role(sceneOf(before))
      : this.#words.role(scene) || here.findLast((role) => role !== '') || '';
    const open = (scene: string) => ['', now].includes(this.#words.role(scene));
    part(this.#page, 'known').replaceChildren(
      ...this.facts([...new Set(upTo)].filter(open), before ? undefined : scene),
    );
    const levels = trail(this.#machine, steps).map(({ context }) => context.indicators);
    const isUntouched = (id: string) => levels.every((one) => one[id] === levels[0]?.[id]);
    part(this.#page, 'indicators').replaceChildren(...this.levels(at, before, isUntouched));
    const backs = part(this.#page, 'back') as HTMLDetailsElement;
    backs.hidden = steps.length === 0;
    backs.open = outcome(at) !== undefined && !before;
    let number = 0;
    part(this.#page, 'backs').replaceChildren(
      ...steps.map((step, position) => {
        const line = document.createElement('li');
        const heading = this.#words.heading(step.split('.')[0] ?? '');
        const isQuestion = this.#words.why(step).length === 0;
        if (!isQuestion) number += 1;
        const words = interpolate(this.#say[isQuestion ? 'backToQuestion' : 'backTo'], {
          number,
          heading,
        });
        line.append(quietButton(words, () => back(position)));
        return line;
      }),
    );
  }

  /** What is known from these scenes, a line for each fact; those of `fresh` are marked as new. */
  facts(scenes: readonly string[], fresh?: string): Element[] {
    return scenes.flatMap((scene) =>
      this.#words.known(scene).map((fact) => {
        const line = document.createElement('li');
        line.textContent = fact;
        if (scene === fresh) line.className = 'new';
        return line;
      }),
    );
  }

  /**
   * A line for each indicator.
   * @param before where the learner stood before; what moved since is told
   * @param isUntouched whether nothing has changed an indicator in this run
   */
  levels(
    { context }: CaseState,
    before?: CaseState,
    isUntouched: (id: string) => boolean = () => false,
  ): Element[] {
    return Object.entries(context.indicators).map(([id, level]) =>
      this.#indicator(id, level, before?.context, isUntouched(id)),
    );
  }

  /** Which indicators moved, and which way, in words. */
  changes(at: Memory, before: Memory): string {
    return Object.entries(at.indicators)
      .map(([id, level]) => this.#change(id, level, before))
      .filter((change) => change !== '')
      .join(' ');
  }

  #indicator(id: string, level: number, before: Memory | undefined, isUntouched: boolean): Element {
    const { label, meaning, least, most } = this.#words.indicator(id, level, isUntouched);
    const change = before ? this.#change(id, level, before) : '';
    const group = document.createElement('div');
    const name = document.createElement('dt');
    name.textContent = change || label;
    if (change !== '') name.className = 'moved';
    const drawn = document.createElement('dd');
    drawn.append(gauge(level, interpolate(this.#say['level'], { level }), before?.indicators[id]));
    if (least !== '') {
      const ends = document.createElement('span');
      ends.className = 'ends';
      for (const end of [least, most]) {
        const word = document.createElement('span');
        word.textContent = end;
        ends.append(word);
      }
      drawn.append(ends);
    }
    const words = document.createElement('dd');
    words.textContent = meaning;
    group.append(name, drawn, words);
    return group;
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
