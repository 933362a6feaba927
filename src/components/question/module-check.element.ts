import type { OpenTry } from '../../course/attempt.ts';
import { bestTry, isPass } from '../../course/completion.ts';
import { drawQuestions, freshSeed } from '../../course/draw.ts';
import { mark } from '../../course/marking.ts';
import { fill, part, percent } from '../fill.ts';
import { recorder } from '../page/page-recorder.ts';
import { prepare } from './answer-form.ts';
import { bankOf } from './bank.ts';
import { keyTo } from './key.ts';
import { reviewed } from './review.ts';

/** `<module-check>`: draws questions from the bank on the page, asks them one by one, and marks. */
class ModuleCheck extends HTMLElement {
  readonly #check = String(this.dataset['check']);
  readonly #bank = bankOf(this, (id, response) => this.#answer(id, response));
  #seed: number | undefined;
  #shown = 0;

  connectedCallback() {
    this.classList.add('asking');
    const begin = part(this, 'begin');
    begin.hidden = false;
    begin.addEventListener('click', () => this.#begin());
    part(this, 'again').addEventListener('click', () => this.#begin());
    this.#showOnly();
    this.#atTheDoor();
  }

  get #mastery() {
    return recorder.masteryScore ?? Number(this.dataset['mastery']);
  }

  get #record() {
    return recorder.attempt.checks[this.#check];
  }

  /** The try in progress, as long as the bank still draws as many questions as it has answers. */
  get #open(): OpenTry | undefined {
    const open = this.#record?.open;
    return open?.answers.length === Math.min(this.#draw, this.#bank.length) ? open : undefined;
  }

  get #draw() {
    return Number(this.dataset['draw']);
  }

  #atTheDoor() {
    const tries = part(this, 'tries');
    const best = bestTry(recorder.attempt, this.#check);
    tries.hidden = best === undefined;
    if (best !== undefined)
      tries.textContent = fill(this.dataset['tries'], {
        count: this.#record?.tries.length ?? 0,
        percent: percent(best),
      });
    const lms = part(this, 'lms');
    lms.hidden = recorder.masteryScore === undefined;
    lms.textContent = fill(lms.textContent, { percent: percent(this.#mastery) });
    const button = part(this, 'begin');
    if (this.#open) button.textContent = String(this.dataset['resume']);
    else if (best !== undefined) button.textContent = String(this.dataset['again']);
  }

  #begin() {
    if (!this.#open) {
      const seed = freshSeed(this.#bank, this.#draw, this.#seed, Math.random);
      const draw = Math.min(this.#draw, this.#bank.length);
      recorder.record({ type: 'check.started', check: this.#check, seed, draw });
    }
    part(this, 'door').hidden = true;
    part(this, 'result').hidden = true;
    this.#ask();
  }

  /** Asks the first question of the try that has no answer yet. */
  #ask() {
    const open = this.#open;
    if (!open) return;
    this.#seed = open.seed;
    const drawn = drawQuestions(this.#bank, this.#draw, open.seed);
    const item = open.answers.findIndex((answer) => answer === undefined);
    const question = this.#question(drawn[item]);
    if (!question) return;
    prepare(question.form, open.seed);
    const asked = part(this, 'asked');
    asked.hidden = false;
    asked.textContent = fill(this.dataset['asked'], { number: item + 1, total: drawn.length });
    this.#showOnly(question.article);
    asked.focus();
    asked.scrollIntoView({ block: 'nearest' });
    this.#shown = Date.now();
  }

  #showOnly(shown?: HTMLElement) {
    for (const { article } of this.#bank) article.classList.toggle('away', article !== shown);
  }

  #answer(id: string, response: readonly string[]) {
    const open = this.#open;
    if (!open) return;
    const drawn = drawQuestions(this.#bank, this.#draw, open.seed);
    const item = drawn.indexOf(id);
    const answers = open.answers.map((answer, place) => (place === item ? response : answer));
    recorder.record(
      { type: 'check.answered', check: this.#check, item, response },
      {
        result: this.#mark(id, response) === 1 ? 'correct' : 'incorrect',
        latency: (Date.now() - this.#shown) / 1000,
      },
    );
    if (answers.every((answer) => answer !== undefined)) this.#finish(drawn, answers);
    else this.#ask();
  }

  #question(id: string | undefined) {
    return this.#bank.find((question) => question.id === id);
  }

  #mark(question: string, response: readonly string[]): 0 | 1 {
    const form = this.#question(question)?.form.form;
    return form ? mark(keyTo(form), response) : 0;
  }

  #finish(drawn: readonly string[], answers: readonly (readonly string[])[]) {
    const marks = drawn.map((id, item) => this.#mark(id, answers[item] ?? []));
    const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
    const byObjective: Record<string, number[]> = {};
    for (const [item, id] of drawn.entries()) {
      const objective = this.#question(id)?.objective ?? '';
      (byObjective[objective] ??= []).push(marks[item] ?? 0);
    }
    const score = mean(marks);
    recorder.record(
      { type: 'check.finished', check: this.#check, score },
      {
        objectives: Object.fromEntries(
          Object.entries(byObjective).map(([objective, own]) => [objective, mean(own)]),
        ),
      },
    );
    this.#showOnly();
    part(this, 'asked').hidden = true;
    part(this, 'result').hidden = false;
    const passed = isPass(score, this.#mastery);
    part(this, 'passed').hidden = !passed;
    const failed = part(this, 'failed');
    failed.hidden = passed;
    const why = failed.querySelector('span');
    if (why) why.textContent = fill(this.dataset['failed'], { percent: percent(this.#mastery) });
    part(this, 'score').textContent = fill(this.dataset['score'], {
      right: marks.reduce<number>((sum, one) => sum + one, 0),
      total: drawn.length,
      percent: percent(score),
    });
    part(this, 'review').replaceChildren(
      ...drawn.map((id, item) => this.#review(id, answers[item] ?? [])),
    );
    part(this, 'heading').focus();
  }

  /** What was asked and answered, what is right and why, and where to read again. */
  #review(id: string, answer: readonly string[]): Node {
    const question = this.#question(id);
    if (!question) return document.createDocumentFragment();
    const line = reviewed(part(this, 'reviewed'), question.form.form, answer);
    const reread = part(line, 'reread');
    for (const [place, link] of [
      ...this.querySelectorAll(`[data-objective="${question.objective}"] a`),
    ].entries()) {
      if (place > 0) reread.append('; ');
      reread.append(link.cloneNode(true));
    }
    return line;
  }
}

customElements.define('module-check', ModuleCheck);
