import { type Confidence, type ConfidenceLevels, levelsOf, withLevel } from '../confidence.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { readConfidence, writeConfidence } from './stored-confidence.ts';

/** The question how sure the learner is, which moves from form to form. */
export class HowSure {
  readonly #control: HTMLElement;
  #stored = readConfidence() ?? {};

  constructor(player: HTMLElement) {
    this.#control = part(player, 'how-sure');
  }

  /** Asks beside the button of a form, with no level chosen. */
  ask(form: HTMLFormElement): void {
    form.querySelector('button:not([type])')?.before(this.#control);
    this.#control.hidden = false;
    for (const input of this.#control.querySelectorAll('input')) input.checked = input.value === '';
  }

  /** Stores the level of the answer that was just given. */
  store(seed: number, item: number): void {
    const level = this.#control.querySelector<HTMLInputElement>(':checked')?.value;
    const checks = Object.values(recorder.attempt.checks);
    this.#stored = withLevel(
      // Another tab may have written or removed it meanwhile; without storage the page remembers.
      readConfidence() ?? this.#stored,
      seed,
      item,
      (level || undefined) as Confidence | undefined,
      checks.flatMap(({ open, last }) => [open, last].flatMap((each) => each?.seed ?? [])),
    );
    writeConfidence(this.#stored);
  }

  levels(seed: number): ConfidenceLevels {
    return levelsOf(this.#stored, seed);
  }
}
