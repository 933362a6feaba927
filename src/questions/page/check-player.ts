import type { OpenTry } from '../../progress/attempt.ts';
import { bestTry, isPass } from '../../course/completion.ts';
import { freshSeed } from '../draw.ts';
import { grade } from '../grade.ts';
import { fill, part, percent } from '../../site/fill.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { prepare } from './answer-form.ts';
import { bankOf, type BankQuestion } from './bank.ts';
import { HowSure } from './how-sure.ts';
import { keyTo } from './key.ts';
import { reviewed } from './review.ts';

const sum = (marks: readonly number[]) => marks.reduce((all, one) => all + one, 0);
const mean = (marks: readonly number[]) => sum(marks) / marks.length;

/**
 * An element that asks questions one by one, marks, and looks back. What it draws from, and when
 * its questions are on the page, is for the element of each kind of check to say.
 */
export abstract class CheckPlayer extends HTMLElement {
  protected readonly check = String(this.dataset['check']);
  /** The questions that are on the page so far. */
  protected readonly bank: BankQuestion[] = [];
  protected readonly howSure = new HowSure(this);
  #seed: number | undefined;
  #shown = 0;

  /** How many questions a new try asks. */
  protected abstract get draw(): number;
  /** Ids of the questions of a try, in the order asked. */
  protected abstract drawn(seed: number, count: number): readonly string[];
  /**
   * Sees to it that questions are on the page.
   * @returns whether they are; if not, the reader was told
   */
  protected abstract ready(questions: readonly string[]): Promise<boolean>;
  /** Whether another try may begin. */
  protected get mayBegin(): boolean {
    return true;
  }

  /** Makes the questions in a part of the page live. */
  protected take(from: ParentNode): void {
    this.bank.push(...bankOf(from, (id, response) => void this.#answer(id, response)));
  }

  connectedCallback() {
    this.classList.add('asking');
    const begin = part(this, 'begin');
    begin.hidden = false;
    begin.addEventListener('click', () => void this.#begin());
    part(this, 'again').addEventListener('click', () => void this.#begin());
    this.#showOnly();
    this.atTheDoor();
  }

  protected get mastery() {
    return recorder.masteryScore ?? Number(this.dataset['mastery']);
  }

  protected get kept() {
    return recorder.attempt.checks[this.check];
  }

  /** The try in progress, as long as as many questions can still be drawn as it has answers. */
  get #open(): OpenTry | undefined {
    const open = this.kept?.open;
    return open && this.drawn(open.seed, open.answers.length).length === open.answers.length
      ? open
      : undefined;
  }

  /** What is said before a try begins. */
  protected atTheDoor() {
    part(this, 'door').hidden = false;
    part(this, 'asked').hidden = true;
    const tries = part(this, 'tries');
    const best = bestTry(recorder.attempt, this.check);
    tries.hidden = best === undefined;
    if (best !== undefined)
      tries.textContent = fill(this.dataset['tries'], {
        count: this.kept?.tries.length ?? 0,
        percent: percent(best),
      });
    const lms = part(this, 'lms');
    lms.hidden = recorder.masteryScore === undefined;
    lms.textContent = fill(lms.textContent, { percent: percent(this.mastery) });
    const button = part(this, 'begin');
    if (this.#open) button.textContent = String(this.dataset['resume']);
    else if (best !== undefined) button.textContent = String(this.dataset['again']);
  }

  async #begin() {
    if (!this.#open) {
      if (!this.mayBegin) return;
      const ask = (seed: number) => this.drawn(seed, this.draw);
      const seed = freshSeed(ask, this.#seed ?? this.kept?.last?.seed, Math.random);
      recorder.record({ type: 'check.started', check: this.check, seed, draw: ask(seed).length });
    }
    part(this, 'door').hidden = true;
    part(this, 'result').hidden = true;
    await this.#ask();
  }

  /** Asks the first question of the try that has no answer yet, or ends the try. */
  async #ask() {
    const open = this.#open;
    // An answered question must not be answered again while the next one is on its way.
    this.#showOnly();
    // Another page ended the try, or somebody started afresh.
    if (!open) return this.atTheDoor();
    this.#seed = open.seed;
    const drawn = this.drawn(open.seed, open.answers.length);
    const item = open.answers.indexOf(undefined);
    if (item < 0) return this.#finish(open, drawn);
    await this.ready(drawn.slice(item, item + 1));
    const question = this.#question(drawn[item]);
    if (!question) return;
    prepare(question.form, open.seed);
    this.howSure.ask(question.form.form);
    const asked = part(this, 'asked');
    asked.hidden = false;
    asked.textContent = fill(this.dataset['asked'], { number: item + 1, total: drawn.length });
    this.#showOnly(question.article);
    asked.focus();
    asked.scrollIntoView({ block: 'nearest' });
    this.#shown = Date.now();
  }

  #showOnly(shown?: HTMLElement) {
    for (const { article } of this.bank) article.classList.toggle('away', article !== shown);
  }

  async #answer(id: string, response: readonly string[]) {
    const open = this.#open;
    const item = open ? this.drawn(open.seed, open.answers.length).indexOf(id) : -1;
    // On another page the try may have gone on, or another may have begun: what was asked here is past.
    if (open && item >= 0) {
      this.howSure.keep(open.seed, item);
      recorder.record(
        { type: 'check.answered', check: this.check, item, response },
        {
          result: this.#mark(id, response) ? 'correct' : 'incorrect',
          latency: (Date.now() - this.#shown) / 1000,
        },
      );
    }
    await this.#ask();
  }

  #question(id: string | undefined) {
    return this.bank.find((question) => question.id === id);
  }

  #mark(question: string, response: readonly string[]): 0 | 1 {
    const form = this.#question(question)?.form.form;
    return form ? grade(keyTo(form), response) : 0;
  }

  #marks(drawn: readonly string[], answers: OpenTry['answers']): (0 | 1)[] {
    return drawn.map((id, item) => this.#mark(id, answers[item] ?? []));
  }

  async #finish({ seed, answers }: OpenTry, drawn: readonly string[]) {
    // Without its words an answer cannot be marked; and an answer that was given twice, or on two
    // pages, ends the try once.
    if (!(await this.ready(drawn)) || this.#open?.seed !== seed) return;
    const marks = this.#marks(drawn, answers);
    const tested = drawn.map((id) => String(this.#question(id)?.objective));
    recorder.record(
      { type: 'check.finished', check: this.check, score: mean(marks) },
      {
        objectives: Object.fromEntries(
          tested.map((objective) => [
            objective,
            mean(marks.filter((_, item) => tested[item] === objective)),
          ]),
        ),
      },
    );
    await this.lookBack(seed, drawn, answers);
  }

  /** Shows the result of a finished try, and every question of it with its answer. */
  protected async lookBack(seed: number, drawn: readonly string[], answers: OpenTry['answers']) {
    if (!(await this.ready(drawn))) return;
    const marks = this.#marks(drawn, answers);
    const score = mean(marks);
    this.#showOnly();
    part(this, 'door').hidden = true;
    part(this, 'asked').hidden = true;
    part(this, 'result').hidden = false;
    const passed = isPass(score, this.mastery);
    part(this, 'passed').hidden = !passed;
    const failed = part(this, 'failed');
    failed.hidden = passed;
    const why = failed.querySelector('span');
    if (why) why.textContent = fill(this.dataset['failed'], { percent: percent(this.mastery) });
    part(this, 'again').hidden = !this.mayBegin;
    part(this, 'score').textContent = fill(this.dataset['score'], {
      right: sum(marks),
      total: drawn.length,
      percent: percent(score),
    });
    part(this, 'review').replaceChildren(
      ...drawn.map((id, item) => this.#review(id, answers[item] ?? [])),
    );
    this.howSure.note(seed, marks);
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
