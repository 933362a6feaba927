import { drawQuestions } from '../draw.ts';
import { CheckPlayer } from './check-player.ts';

/** `<module-check>`: draws questions from the bank of a module. */
class ModuleCheck extends CheckPlayer {
  protected override get draw() {
    return Number(this.dataset['draw']);
  }

  protected override drawn(seed: number) {
    return this.banks.flatMap(({ questions }) => drawQuestions(questions, this.draw, seed));
  }
}

customElements.define('module-check', ModuleCheck);
