import { part } from '../../site/query-part.ts';
import { clockFace, type Countdown, leftAt, longer, paused, started } from '../countdown.ts';

const minute = 60_000;

/** `<workshop-timer>`: a countdown for a room. It announces aloud only that one minute is left, and the end. */
class WorkshopTimer extends HTMLElement {
  readonly #key = `ati-workshop:timer:${location.pathname}`;
  #countdown: Countdown = { left: 5 * minute };
  #beat: ReturnType<typeof setInterval> | undefined;
  #said = '';

  connectedCallback() {
    this.hidden = false;
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null') as Countdown | null;
      if (typeof kept?.left === 'number') this.#countdown = kept;
    } catch {
      // Without storage the timer starts from its default.
    }
    for (const button of this.querySelectorAll<HTMLElement>('[data-minutes]'))
      button.addEventListener('click', () =>
        this.#put({ left: Number(button.dataset['minutes']) * minute }),
      );
    part(this, 'go').addEventListener('click', () => {
      const change = this.#countdown.end === undefined ? started : paused;
      this.#put(change(this.#countdown, Date.now()));
    });
    part(this, 'more').addEventListener('click', () =>
      this.#put(longer(this.#countdown, minute, Date.now())),
    );
    this.#show();
  }

  #put(countdown: Countdown) {
    this.#countdown = countdown;
    this.#said = '';
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(countdown));
    } catch {
      // Without storage the countdown continues in this window only.
    }
    this.#show();
  }

  #show() {
    const left = leftAt(this.#countdown, Date.now());
    const isRunning = this.#countdown.end !== undefined && left > 0;
    part(this, 'left').textContent = clockFace(left);
    const go = part(this, 'go');
    go.textContent = go.dataset[isRunning ? 'pause' : 'start'] ?? '';
    const said = part(this, 'timer-said');
    const word = left === 0 ? 'over' : isRunning && left <= minute ? 'minute' : '';
    if (word !== this.#said) said.textContent = said.dataset[(this.#said = word)] ?? '';
    this.toggleAttribute('data-over', left === 0);
    clearInterval(this.#beat);
    if (isRunning) this.#beat = setInterval(() => this.#show(), 250);
  }
}

customElements.define('workshop-timer', WorkshopTimer);
