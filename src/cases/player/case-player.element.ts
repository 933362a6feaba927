import { element } from '../../site/element.ts';
import { part } from '../../site/query-part.ts';
import { decisionsIn } from '../decisions.ts';
import type { CaseGraph } from '../graph.ts';
import { caseMachine, type CaseState } from '../machine.ts';
import {
  ahead,
  choose,
  offered,
  onward,
  outcome,
  proceed,
  replay,
  sceneOf,
  shownParagraphs,
} from '../moves.ts';
import { isSamePlace, placeBefore, stateAt, type Place, type PlaceState } from '../place.ts';
import type { Remaining } from '../remaining.ts';
import { isJudged, judgementOf } from '../score.ts';
import { BookletWords } from './booklet-words.ts';
import { CaseFile } from './case-file.ts';
import { loadEnding } from './ending/ending-file.ts';
import { quietButton } from './quiet-button.ts';
import { RecordedRun } from './recorded-run.ts';
import { fillFrame } from './scene-frame.ts';
import { turnOf } from './turn.ts';
import { Visits } from './visits.ts';

/**
 * `<case-player>`: plays a case step by step with the words of its booklet. Stores only the list of choices and
 * replays them to find the state (P04).
 */
class CasePlayer extends HTMLElement {
  readonly #graph = JSON.parse(String(this.dataset['graph'])) as CaseGraph;
  readonly #remaining = JSON.parse(String(this.dataset['remaining'])) as Record<string, Remaining>;
  readonly #machine = caseMachine(this.#graph);
  readonly #words = new BookletWords(this);
  readonly #play = part(this, 'play');
  readonly #file = new CaseFile(this, this.#words, (decision) => this.#backTo(decision));
  readonly #run = new RecordedRun(String(this.dataset['case']));
  readonly #visits = new Visits(String(this.dataset['case']), (place) => this.#return(place));
  #place: Place = placeBefore(this.#machine, [], 0);
  #shown = 0;

  connectedCallback() {
    this.#play.hidden = false;
    this.querySelector('.booklet')?.classList.add('away');
    part(this, 'on').addEventListener('click', () => this.#goOn());
    part(this, 'change').addEventListener('click', () => this.#change());
    part(this, 'again').addEventListener('click', () => this.#backTo(0));
    this.#resume();
    this.#visits.replace(this.#place);
    this.#show();
    this.#takeFromAddress();
  }

  /** The start page shows the first scene, and links here with the decision taken there. */
  #takeFromAddress() {
    const [, scene, choice] = /^#([\w-]+)\.([\w-]+)$/.exec(location.hash) ?? [];
    if (scene === undefined || choice === undefined) return;
    // Consumed once, so that a reload does not repeat it.
    history.replaceState(history.state, '', location.pathname + location.search);
    if (this.#place.steps.length === 0 && scene === this.#place.scene) this.#choose(choice);
  }

  /** Resumes at the place stored for this window, otherwise at that of the record. */
  #resume() {
    const run = this.#run.steps;
    const { at, taken, lost } = replay(this.#machine, run);
    const kept = this.#visits.current;
    if (lost === 0 && kept?.steps.join() === run.join() && stateAt(this.#machine, kept)) {
      this.#place = kept;
      return;
    }
    const end = onward(at);
    // A run that is over is shown at its ending, not at a passage on the way there.
    const scene = sceneOf(outcome(end) === undefined ? at : end);
    this.#place = { steps: run.slice(0, taken), scene };
    if (lost === 0) return;
    this.#keepRun();
    const changed = part(this, 'changed');
    changed.textContent = String(changed.dataset['words']);
  }

  /** Shows the place where the learner stands. */
  #show() {
    const shown = stateAt(this.#machine, this.#place);
    if (!shown) return;
    if (shown.before) this.#showConsequence(shown.at, shown.before);
    else this.#showScene(shown);
    this.#file.show(shown, this.#place.steps);
  }

  #showScene(shown: PlaceState) {
    const { steps } = this.#place;
    const { at } = shown;
    const scene = sceneOf(at);
    const ended = outcome(at);
    const choices = offered(at);
    const number = decisionsIn(this.#graph, steps) + 1;
    fillFrame(this, {
      decision: choices.some(isJudged) ? this.#decisionName(number, scene) : '',
      heading: this.#words.heading(scene),
      text: this.#words.situation(scene, shownParagraphs(at)),
      turn: turnOf(this.#words, shown, this.#play.dataset['turned']),
      on: choices.length > 0 || ended !== undefined ? '' : String(this.#play.dataset['goOn']),
    });
    part(this, 'choices').hidden = choices.length === 0;
    part(this, 'list').replaceChildren(
      ...choices.map(({ id }) =>
        element(
          'li',
          '',
          quietButton(this.#words.label(scene, id), () => this.#choose(id)),
        ),
      ),
    );
    if (ended !== undefined) this.#showEnding(shown, ended);
    this.#shown = Date.now();
  }

  /** Shows the consequence of the last step; its judgement waits behind "Why?". */
  #showConsequence(at: CaseState, before: CaseState) {
    const { steps } = this.#place;
    const { dataset } = this.#play;
    const step = steps.at(-1) ?? '.';
    const scene = sceneOf(before);
    const isQuestion = judgementOf(this.#graph, step) === 'neutral';
    const number = decisionsIn(this.#graph, steps);
    fillFrame(this, {
      decision: isQuestion ? String(dataset['asked']) : this.#decisionName(number, scene),
      heading: String(dataset['follows']),
      text: this.#words.consequence(step),
      choice: this.#words.label(scene, step.slice(scene.length + 1)),
      why: this.#words.why(step),
      on: String(dataset[outcome(at) === undefined ? 'goOn' : 'toEnd']),
      change: String(dataset[isQuestion ? 'askElse' : 'change']),
      changes: this.#file.changes(at, before),
    });
  }

  #choose(id: string) {
    const from = stateAt(this.#machine, this.#place)?.at;
    const choice = from && offered(from).find((other) => other.id === id);
    const next = from && choose(from, id);
    if (!choice || !next) return;
    const scene = sceneOf(from);
    const latency = (Date.now() - this.#shown) / 1000;
    this.#go({ steps: [...this.#place.steps, `${scene}.${id}`] });
    // Recorded last, so that the consequence is on screen before anything is saved (P17).
    this.#run.choose(scene, choice, next, latency);
    // Wanted at the end only, and there by then.
    void this.#ending();
  }

  /** Goes on from a consequence to the scene it led to, or from a passage to the next scene. */
  #goOn() {
    const shown = stateAt(this.#machine, this.#place);
    const next = shown?.before ? shown.at : shown && proceed(shown.at);
    if (!next) return;
    const { steps } = this.#place;
    // A consequence belongs to the scene of its decision, so it has no history entry of its own.
    if (shown?.before) this.#visits.replace({ steps, scene: sceneOf(next) });
    this.#go({ steps, scene: sceneOf(next) });
  }

  /** Goes back from a consequence to its decision. */
  #change() {
    const before = stateAt(this.#machine, this.#place)?.before;
    if (!before) return;
    this.#go({ steps: this.#place.steps.slice(0, -1), scene: sceneOf(before) });
    this.#keepRun();
  }

  #backTo(decision: number) {
    this.#go(placeBefore(this.#machine, this.#place.steps, decision));
    this.#keepRun();
  }

  /** Follows the browser's Back or Forward to a scene seen in this window, restoring the run as it was there. */
  #return(place: Place) {
    if (isSamePlace(place, this.#place) || !stateAt(this.#machine, place)) return;
    this.#go(place);
    this.#keepRun();
  }

  #go(place: Place) {
    this.#place = place;
    this.#visits.add(place);
    this.#show();
    this.#focus();
  }

  #keepRun() {
    this.#run.keep(this.#place.steps);
  }

  #decisionName(number: number, scene: string): string {
    const rest = this.#remaining[scene] ?? [1, 1];
    return this.#run.nameOf(this.#play.dataset, this.#place.steps, number, rest);
  }

  /** The scene's heading: what is new is read from there (P47). */
  #focus() {
    part(this, 'changed').textContent = '';
    part(this, 'heading').focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  readonly #ending = () => loadEnding(String(this.dataset['ending'])).catch(() => undefined);

  /** Shows the outcome; a separate script adds the rest, and the debriefing works without it. */
  #showEnding({ at, trail }: PlaceState, ended: string) {
    const { dataset } = this.#play;
    part(this, 'ending').hidden = false;
    const line = part(this, 'outcome');
    line.textContent = String(dataset[ended]);
    line.className = `outcome ${ended}`;
    part(this, 'kept').textContent = String(
      dataset[this.#run.isFirst(this.#place.steps) ? 'kept' : 'tried'],
    );
    this.querySelector('.debrief')?.classList.remove('away');
    const place = this.#place;
    void this.#ending().then((show) => {
      if (!isSamePlace(place, this.#place)) return;
      show?.({
        player: this,
        graph: this.#graph,
        words: this.#words,
        file: this.#file,
        steps: place.steps,
        trail: [...trail, ...ahead(trail.at(-1) ?? at)],
        moves: { choose, onward },
        seen: new Set([...this.#run.endings, sceneOf(at)]),
        back: (decision) => this.#backTo(decision),
        take: (decision, choice) => {
          this.#backTo(decision);
          this.#choose(choice);
        },
      });
    });
  }
}

customElements.define('case-player', CasePlayer);
