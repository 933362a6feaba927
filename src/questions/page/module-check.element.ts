import { drawQuestions } from '../draw.ts';
import { CheckPlayer } from './check-player.ts';

/** `<module-check>`: draws questions from the bank of a module, which is on the page. */
class ModuleCheck extends CheckPlayer {
  override connectedCallback() {
    this.take(this);
    super.connectedCallback();
  }

  protected override get draw() {
    return Number(this.dataset['draw']);
  }

  protected override drawn(seed: number) {
    return drawQuestions(this.bank, this.draw, seed);
  }

  protected override ready() {
    // The whole bank came with the page.
    return Promise.resolve(true);
  }
}

customElements.define('module-check', ModuleCheck);
