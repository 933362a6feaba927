import type { Step } from '../../progress/attempt.ts';
import { resultOf } from '../result.ts';
import type { CaseGraph } from '../graph.ts';
import { caseMachine, type CaseState } from '../machine.ts';
import {
  choose,
  offered,
  onward,
  outcome,
  proceed,
  replay,
  sceneOf,
  shownParagraphs,
} from '../moves.ts';
import { isJudged, judgementOf } from '../score.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { BookletWords } from './booklet-words.ts';
import { CaseFile } from './case-file.ts';
import { drawPath } from './path-map.ts';
import { quietButton } from './quiet-button.ts';
import { trail, wholeTrail } from './trail.ts';

/**
 * `<case-player>`: plays a case step by step with the words of its booklet. What is kept is the list
 * of choices; where they lead is found by replaying them (P04).
 */
class CasePlayer extends HTMLElement {
  readonly #case = String(this.dataset['case']);
  readonly #graph = JSON.parse(String(this.dataset['graph'])) as CaseGraph;
  readonly #machine = caseMachine(this.#graph);
  readonly #words = new BookletWords(this);
  readonly #play = part(this, 'play');
  readonly #file = new CaseFile(this, this.#machine, this.#words);
  #steps: readonly Step[] = [];
  #at: CaseState = replay(this.#machine, []).at;
  /** Whether a consequence is on the screen, and not the scene it led to. */
  #isConsequence = false;
  #shown = 0;

  connectedCallback() {
    this.#play.hidden = false;
    this.querySelector('.booklet')?.classList.add('away');
    part(this, 'on').addEventListener('click', () => this.#goOn());
    part(this, 'again').addEventListener('click', () => this.#backTo(0));
    this.#resume();
    this.#showScene();
    this.#takeFromAddress();
  }

  /** The start page shows the first scene, and sends here with the decision that was taken there. */
  #takeFromAddress() {
    const [, scene, choice] = /^#([\w-]+)\.([\w-]+)$/.exec(location.hash) ?? [];
    if (scene === undefined || choice === undefined) return;
    // It is taken once: a reload must not bring it back.
    history.replaceState(history.state, '', location.pathname + location.search);
    if (this.#steps.length === 0 && scene === sceneOf(this.#at)) this.#choose(choice);
  }

  get #record() {
    return recorder.attempt.cases[this.#case];
  }

  #resume() {
    const run = this.#record?.run ?? [];
    const { at, taken, lost } = replay(this.#machine, run);
    const end = onward(at);
    // A run that is over is shown at its ending, not at a passage on the way there.
    this.#at = outcome(end) === undefined ? at : end;
    this.#steps = run.slice(0, taken);
    if (lost === 0) return;
    recorder.record({ type: 'case.rewound', case: this.#case, to: taken });
    const changed = part(this, 'changed');
    changed.textContent = String(changed.dataset['words']);
  }

  /** Shows the scene the learner stands in. */
  #showScene() {
    const scene = sceneOf(this.#at);
    const ended = outcome(this.#at);
    const choices = offered(this.#at);
    this.#frame({
      heading: this.#words.heading(scene),
      text: this.#words.situation(scene, shownParagraphs(this.#at)),
    });
    part(this, 'decision').textContent = choices.some(isJudged)
      ? this.#decisionName(this.#decisions(this.#steps) + 1)
      : '';
    this.#showTurn();
    part(this, 'choices').hidden = choices.length === 0;
    part(this, 'list').replaceChildren(
      ...choices.map(({ id }) => {
        const line = document.createElement('li');
        line.append(quietButton(this.#words.label(scene, id), () => this.#choose(id)));
        return line;
      }),
    );
    const on = part(this, 'on');
    on.hidden = choices.length > 0 || ended !== undefined;
    on.textContent = String(this.#play.dataset['goOn']);
    if (ended !== undefined) this.#showEnding(ended);
    this.#showFile();
    this.#shown = Date.now();
  }

  #choose(id: string) {
    const from = this.#at;
    const choice = offered(from).find((other) => other.id === id);
    const next = choose(from, id);
    if (!choice || !next) return;
    const scene = sceneOf(from);
    const step: Step = `${scene}.${id}`;
    const end = onward(next);
    this.#steps = [...this.#steps, step];
    this.#at = next;
    this.#showConsequence(step, from);
    // Last, so that the consequence is on the screen before anything is written (P17).
    recorder.record(
      {
        type: 'case.chosen',
        case: this.#case,
        scene,
        choice: id,
        ...(outcome(end) !== undefined && { ended: sceneOf(end) }),
      },
      { result: resultOf(choice.judgement), latency: (Date.now() - this.#shown) / 1000 },
    );
  }

  /** How many of these steps are decisions, and not questions asked before one. */
  readonly #decisions = (steps: readonly Step[]) =>
    steps.filter((step) => judgementOf(this.#graph, step) !== 'neutral').length;

  /** Number of the decision that a step is, from 1; none where it is a question asked before one. */
  #numberOf(step: number): number | undefined {
    const isDecision = this.#decisions(this.#steps.slice(step, step + 1)) === 1;
    return isDecision ? this.#decisions(this.#steps.slice(0, step + 1)) : undefined;
  }

  /** "Decision 2", and that it is practice once the first run is on record. */
  #decisionName(number: number): string {
    const { dataset } = this.#play;
    const isPractice = this.#record?.finished === true && !this.#isFirstRun();
    return interpolate(dataset[isPractice ? 'practice' : 'decision'], { number });
  }

  /** Whether what was decided so far is what stands on record. */
  #isFirstRun(): boolean {
    const { first = [], finished } = this.#record ?? {};
    return finished !== true || (first.length > 0 && first.join() === this.#steps.join());
  }

  /** In a case of two roles: whose turn it is, and what that means where it has just changed. */
  #showTurn() {
    const roles = trail(this.#machine, this.#steps).map((at) => this.#words.role(sceneOf(at)));
    const scene = sceneOf(this.#at);
    const now = this.#words.role(scene);
    const before = roles.findLast((role) => role !== '' && role !== now);
    const last = roles.slice(0, -1).findLast((role) => role !== '');
    const turn = part(this, 'turn');
    turn.hidden = now === '' || this.#words.turn(scene) === '';
    const hasTurned = before !== undefined && last !== now && outcome(this.#at) === undefined;
    turn.textContent = `${this.#words.turn(scene)} ${hasTurned ? (this.#play.dataset['turned'] ?? '') : ''}`;
  }

  /** What follows; how it is judged waits behind "Why?". */
  #showConsequence(step: Step, from: CaseState) {
    this.#frame({
      heading: String(this.#play.dataset['follows']),
      text: this.#words.consequence(step),
      chosen: this.#words.label(sceneOf(from), step.slice(sceneOf(from).length + 1)),
      why: this.#words.why(step),
    });
    part(this, 'decision').textContent =
      judgementOf(this.#graph, step) === 'neutral'
        ? String(this.#play.dataset['asked'])
        : this.#decisionName(this.#decisions(this.#steps));
    part(this, 'choices').hidden = true;
    const on = part(this, 'on');
    on.hidden = false;
    on.textContent = String(this.#play.dataset[outcome(this.#at) === undefined ? 'goOn' : 'toEnd']);
    this.#showFile(from);
    part(this, 'changes').textContent = this.#file.changes(this.#at.context, from.context);
    this.#focus();
  }

  /** @param before where the learner stood before the decision just taken */
  #showFile(before?: CaseState) {
    this.#file.show(this.#at, this.#steps, before, (decision) => this.#backTo(decision));
  }

  /** On from a consequence to the scene it led to, or from a passage to the next scene. */
  #goOn() {
    if (!this.#isConsequence) this.#at = proceed(this.#at) ?? this.#at;
    this.#showScene();
    this.#focus();
  }

  #backTo(decision: number) {
    this.#steps = this.#steps.slice(0, decision);
    const { at } = replay(this.#machine, this.#steps);
    this.#at = decision === 0 ? at : onward(at);
    this.#showScene();
    this.#focus();
    recorder.record({ type: 'case.rewound', case: this.#case, to: decision });
  }

  #frame({
    heading,
    text,
    chosen,
    why,
  }: {
    heading: string;
    text: Node[];
    chosen?: string;
    why?: Node[];
  }) {
    part(this, 'heading').textContent = heading;
    part(this, 'text').replaceChildren(...text);
    const taken = part(this, 'chosen');
    taken.hidden = chosen === undefined;
    const words = taken.querySelector('span:last-child');
    if (words) words.textContent = chosen ?? '';
    this.#isConsequence = chosen !== undefined;
    const judged = part(this, 'why') as HTMLDetailsElement;
    judged.hidden = why === undefined || why.length === 0;
    judged.open = false;
    part(this, 'reasons').replaceChildren(...(why ?? []));
    part(this, 'changes').textContent = '';
    part(this, 'turn').hidden = true;
    part(this, 'ending').hidden = true;
    this.querySelector('.debrief')?.classList.add('away');
  }

  /** The scene's heading: what is new is read from there (P47). */
  #focus() {
    part(this, 'changed').textContent = '';
    const heading = part(this, 'heading');
    heading.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  #showEnding(ended: string) {
    const { dataset } = this.#play;
    part(this, 'ending').hidden = false;
    const line = part(this, 'outcome');
    line.textContent = String(dataset[ended]);
    line.className = `outcome ${ended}`;
    part(this, 'kept').textContent = String(dataset[this.#isFirstRun() ? 'kept' : 'tried']);
    const seen = new Set([...(this.#record?.endings ?? []), sceneOf(this.#at)]);
    part(this, 'seen').textContent =
      seen.size >= Number(dataset['endings'])
        ? String(dataset['allSeen'])
        : interpolate(dataset['seen'], { seen: seen.size });
    part(this, 'endings').replaceChildren(
      ...Object.entries(this.#graph.scenes).flatMap(([scene, { outcome }]) => {
        if (outcome === undefined || !seen.has(scene)) return [];
        const line = document.createElement('li');
        line.textContent = `${this.#words.heading(scene)}: ${String(dataset[outcome])}`;
        return line;
      }),
    );
    const places = wholeTrail(this.#machine, this.#steps).map(sceneOf);
    for (const side of this.querySelectorAll<HTMLElement>('[data-side]')) {
      const isTheirs = (scene: string) => this.#words.role(scene) === side.dataset['side'];
      const others = new Set(
        places.filter((scene) => !isTheirs(scene)).flatMap((scene) => this.#words.known(scene)),
      );
      side.replaceChildren(
        ...this.#file
          .facts(places.filter(isTheirs))
          .filter(({ textContent }) => !others.has(textContent)),
      );
    }
    drawPath(part(this, 'map'), this.#graph, places, this.#steps, {
      seen,
      back: (decision) => this.#backTo(decision),
      number: (step) => this.#numberOf(step),
      name: (step, scene) => {
        const number = this.#numberOf(step) ?? '';
        const words = dataset[number === '' ? 'backToQuestion' : 'backTo'];
        return interpolate(words, { number, heading: this.#words.heading(scene) });
      },
    });
    part(this, 'path').replaceChildren(
      ...this.#steps.map((step) => {
        const [scene = '', choice = ''] = step.split('.');
        const line = document.createElement('li');
        const where = document.createElement('p');
        where.className = 'label';
        where.textContent = this.#words.heading(scene);
        const what = document.createElement('p');
        what.textContent = this.#words.label(scene, choice);
        line.append(where, what, ...this.#words.why(step), ...this.#words.lessons(scene));
        return line;
      }),
    );
    this.querySelector('.debrief')?.classList.remove('away');
  }
}

customElements.define('case-player', CasePlayer);
