import type { Assessment } from '../../course/halves.ts';
import { bestTry, isPass } from '../../course/completion.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { CheckPlayer } from './check-player.ts';
import { drawFrom } from './module-banks.ts';
import { SheetOffer } from '../../statistics/page/sheet-offer.ts';

/**
 * `<final-check>`: the pre-test or the final. It draws from the banks of all modules by their weights; a
 * bank is loaded when the first of its questions is asked.
 */
class FinalCheck extends CheckPlayer {
  readonly #assessment = this.check as Assessment;
  readonly #sheet = new SheetOffer(this);

  override connectedCallback() {
    super.connectedCallback();
    part(this, 'last').addEventListener('click', () => void this.#showLast());
    // The record leads here for the sheet.
    if (location.hash === '#answer-sheet')
      void this.#showLast().then(() => this.querySelector<HTMLElement>('#answer-sheet')?.focus());
  }

  async #showLast() {
    const { last } = this.stored ?? {};
    if (last)
      await this.showResult(last.seed, this.drawn(last.seed, last.answers.length), last.answers);
  }

  /** Number of questions that the track asks. */
  protected override get draw() {
    const counts = JSON.parse(String(this.dataset['tracks'])) as Record<string, number>;
    const track = recorder.fixedTrack ?? recorder.attempt.track ?? '';
    return counts[track] ?? Object.values(counts)[0] ?? 0;
  }

  protected override get canBegin() {
    const limit = Number(this.dataset['limit'] ?? Infinity);
    const tries = this.stored?.tries ?? [];
    return tries.length < limit;
  }

  protected override drawn(seed: number, count: number) {
    return drawFrom(this.banks, this.#assessment, count, seed);
  }

  protected override showIntro() {
    super.showIntro();
    part(this, 'length').textContent = interpolate(this.dataset['length'], {
      count: this.draw,
      percent: formatPercent(this.mastery),
    });
    part(this, 'last').hidden = this.stored?.last === undefined;
    part(this, 'used-up').hidden = this.canBegin;
    part(this, 'begin').hidden = !this.canBegin && this.stored?.open === undefined;
  }

  protected override async showResult(
    seed: number,
    drawn: readonly string[],
    answers: readonly (readonly string[] | undefined)[],
  ) {
    await super.showResult(seed, drawn, answers);
    this.#sheet.offer({
      page: this,
      banks: this.banks,
      check: this.#assessment,
      seed,
      answers,
      confidence: this.howSure.levels(seed),
    });
    const before = recorder.attempt.checks['pre-test']?.tries[0];
    const after = bestTry(recorder.attempt, 'final');
    const gain = part(this, 'gain');
    gain.hidden = before === undefined || after === undefined || this.check !== 'final';
    gain.textContent = interpolate(gain.dataset['words'], {
      before: formatPercent(before ?? 0),
      after: formatPercent(after ?? 0),
    });
    for (const link of this.querySelectorAll<HTMLElement>('[data-once-passed]'))
      link.hidden = !isPass(after, this.mastery);
  }
}

customElements.define('final-check', FinalCheck);
