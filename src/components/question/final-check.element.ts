import { type Assessment, drawAssessment } from '../../course/assessment.ts';
import { bestTry, isPass } from '../../course/completion.ts';
import { fill, part, percent } from '../fill.ts';
import { recorder } from '../page/page-recorder.ts';
import { loadBank } from './bank-file.ts';
import { CheckPlayer } from './check-player.ts';

interface ModuleBank {
  readonly src: string;
  readonly weight: number;
  /** What drawing depends on, in authored order. */
  readonly questions: readonly { readonly id: string; readonly objective: string }[];
  loaded?: Promise<void>;
}

/**
 * `<final-check>`: the pre-test or the final. It draws over the banks of all modules by their
 * weights; the words of a bank are fetched when the first question of its module is asked.
 */
class FinalCheck extends CheckPlayer {
  readonly #assessment = this.check as Assessment;
  readonly #banks = Array.from(
    this.querySelectorAll<HTMLElement>('[data-weight]'),
    ({ dataset }): ModuleBank => ({
      src: String(dataset['src']),
      weight: Number(dataset['weight']),
      questions: (JSON.parse(String(dataset['questions'])) as [string, string][]).map(
        ([id, objective]) => ({ id, objective }),
      ),
    }),
  );

  override connectedCallback() {
    super.connectedCallback();
    const lastTry = part(this, 'last');
    lastTry.addEventListener('click', () => {
      const last = this.kept?.last;
      if (!last) return;
      const { seed, answers } = last;
      void this.lookBack(seed, this.drawn(seed, answers.length), answers);
    });
  }

  /** As many as the track asks. */
  protected override get draw() {
    const counts = JSON.parse(String(this.dataset['tracks'])) as Record<string, number>;
    const track = recorder.fixedTrack ?? recorder.attempt.track ?? '';
    return counts[track] ?? Object.values(counts)[0] ?? 0;
  }

  protected override get mayBegin() {
    const limit = Number(this.dataset['limit'] ?? Infinity);
    const tries = this.kept?.tries ?? [];
    return tries.length < limit;
  }

  protected override drawn(seed: number, count: number) {
    const questions = this.#banks.map((bank) => bank.questions);
    const weights = this.#banks.map(({ weight }) => weight);
    return drawAssessment(this.#assessment, questions, weights, count, seed);
  }

  protected override async ready(questions: readonly string[]) {
    const needed = this.#banks.filter((bank) =>
      bank.questions.some(({ id }) => questions.includes(id)),
    );
    const failed = part(this, 'unavailable');
    try {
      for (const bank of needed)
        await (bank.loaded ??= loadBank(bank.src).then(({ articles, answers }) => {
          const place = document.createElement('div');
          place.innerHTML = articles;
          for (const article of place.children) article.classList.add('away');
          part(this, 'bank').append(place);
          document.querySelector('.key-of-answers')?.insertAdjacentHTML('beforeend', answers);
          this.take(place);
        }));
      failed.hidden = true;
    } catch {
      for (const bank of needed) delete bank.loaded;
      failed.hidden = false;
      part(this, 'door').hidden = false;
      failed.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override atTheDoor() {
    super.atTheDoor();
    part(this, 'length').textContent = fill(this.dataset['length'], {
      count: this.draw,
      percent: percent(this.mastery),
    });
    part(this, 'last').hidden = this.kept?.last === undefined;
    part(this, 'used-up').hidden = this.mayBegin;
    part(this, 'begin').hidden = !this.mayBegin && this.kept?.open === undefined;
  }

  protected override async lookBack(
    seed: number,
    drawn: readonly string[],
    answers: readonly (readonly string[] | undefined)[],
  ) {
    await super.lookBack(seed, drawn, answers);
    const before = recorder.attempt.checks['pre-test']?.tries[0];
    const after = bestTry(recorder.attempt, 'final');
    const gain = part(this, 'gain');
    gain.hidden = before === undefined || after === undefined || this.check !== 'final';
    gain.textContent = fill(gain.dataset['words'], {
      before: percent(before ?? 0),
      after: percent(after ?? 0),
    });
    for (const link of this.querySelectorAll<HTMLElement>('[data-once-passed]'))
      link.hidden = !isPass(after, this.mastery);
  }
}

customElements.define('final-check', FinalCheck);
