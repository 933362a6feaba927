import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { WorkElement } from '../../page/work-element.ts';
import { audit, fewestJudges, readDecisions } from '../audit.ts';
import { type NoiseWork, noiseSchema } from '../noise-work.ts';

/** `<workshop-noise>`: statistics of decisions that people made independently, without their names. */
class WorkshopNoise extends WorkElement<NoiseWork> {
  protected readonly kind = 'noise';
  protected readonly schema = noiseSchema;
  readonly #rows = JSON.parse(String(this.dataset['rows'])) as number[][];

  protected fresh(): NoiseWork {
    return { codes: '' };
  }

  get #codes() {
    return part(this, 'codes') as HTMLTextAreaElement;
  }

  protected begin() {
    this.#codes.addEventListener('input', () => {
      this.keep({ codes: this.#codes.value.slice(0, 40_000) });
      this.#results();
    });
  }

  protected show() {
    this.#codes.value = this.work.codes;
    this.#results();
  }

  #results() {
    const scale = Number(this.dataset['decisions']);
    const { decided, refused } = readDecisions(this.work.codes, this.#rows.length, scale);
    part(this, 'refused').replaceChildren(
      ...refused.map((each) => {
        const line = document.createElement('li');
        line.textContent = interpolate(this.dataset['refused'], each);
        return line;
      }),
    );
    const { count, decisions, mean, spread, noise, effects } = audit(decided, this.#rows, scale);
    const said = (name: string, values: Record<string, number> | undefined) => {
      const line = part(this, name);
      line.textContent = values ? interpolate(line.dataset['words'], values) : '';
    };
    said('counted', { count });
    said('summary', count < 2 ? undefined : { mean: rounded(mean + 1), spread: rounded(spread) });
    said('noise', noise === undefined ? undefined : { noise: rounded(noise) });
    decisions.forEach((times, place) => {
      const bar = this.querySelector<HTMLMeterElement>(`[data-bar="${place}"]`);
      if (bar) bar.value = count === 0 ? 0 : times / count;
      const cell = this.querySelector(`[data-decision="${place}"]`);
      if (cell) cell.textContent = String(times);
    });
    part(this, 'few').hidden = count >= fewestJudges;
    part(this, 'unfilled').hidden = count < fewestJudges || effects.length > 0;
    for (const cell of this.querySelectorAll<HTMLElement>('[data-factor]')) {
      const effect = effects[Number(cell.dataset['factor'])];
      cell.textContent =
        effect === undefined
          ? ''
          : effect.half === undefined
            ? interpolate(this.dataset['movedOnly'], { steps: rounded(effect.steps) })
            : interpolate(this.dataset['moved'], {
                steps: rounded(effect.steps),
                half: rounded(effect.half),
              });
    }
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10;

customElements.define('workshop-noise', WorkshopNoise);
