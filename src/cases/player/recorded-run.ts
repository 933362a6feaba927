import type { Step } from '../../progress/attempt.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { interpolate } from '../../site/interpolate.ts';
import type { CaseState } from '../machine.ts';
import { onward, outcome, sceneOf } from '../moves.ts';
import { totalDecisions, type Remaining } from '../remaining.ts';
import { resultOf } from '../result.ts';
import type { GraphChoice } from '../graph.ts';

/** The recorded run of one case, and how to add to it. */
export class RecordedRun {
  readonly #case: string;

  constructor(id: string) {
    this.#case = id;
  }

  get #record() {
    return recorder.attempt.cases[this.#case];
  }

  get steps(): readonly Step[] {
    return this.#record?.run ?? [];
  }

  /** Endings seen, in any run. */
  get endings(): readonly string[] {
    return this.#record?.endings ?? [];
  }

  /** Whether these steps are on record; before the first ending, always true. */
  isFirst(steps: readonly Step[]): boolean {
    const { first = [], finished } = this.#record ?? {};
    return finished !== true || (first.length > 0 && first.join() === steps.join());
  }

  /** Records these steps as the run, if a different one is on record. */
  keep(steps: readonly Step[]): void {
    if (this.#record && this.steps.join() !== steps.join())
      recorder.record({ type: 'case.moved', case: this.#case, run: steps });
  }

  /**
   * Records a decision.
   * @param latency seconds from when the scene was shown
   */
  choose(scene: string, choice: GraphChoice, next: CaseState, latency: number): void {
    const end = onward(next);
    recorder.record(
      {
        type: 'case.chosen',
        case: this.#case,
        scene,
        choice: choice.id,
        ...(outcome(end) !== undefined && { ended: sceneOf(end) }),
      },
      { result: resultOf(choice.judgement), latency },
    );
  }

  /**
   * "Decision 2 of about 5", and that it is practice once the first run is on record.
   * @param say the sentences, as data of the frame
   * @param number of the decision, from 1
   * @param rest what the scene and all after it ask for
   */
  nameOf(say: DOMStringMap, steps: readonly Step[], number: number, rest: Remaining): string {
    const { total, isExact } = totalDecisions(number, rest);
    const decision = interpolate(say[isExact ? 'decision' : 'about'], { number, total });
    const isPractice = this.#record?.finished === true && !this.isFirst(steps);
    return isPractice ? interpolate(say['practice'], { decision }) : decision;
  }
}
