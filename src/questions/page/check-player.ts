import type { OpenTry } from '../../progress/attempt.ts';
import { bestTry } from '../../course/completion.ts';
import { freshSeed } from '../draw.ts';
import { grade } from '../grade.ts';
import { focusFirst } from '../../site/focus-first.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { type AnswerForm, answerForm, prepare } from './answer-form.ts';
import { HowSure } from './how-sure.ts';
import type { RereadLesson } from './bank-file.ts';
import { keyTo } from './key.ts';
import { loadBanks, moduleBanks } from './module-banks.ts';
import { joinBooster } from '../../booster/page/join-file.ts';
import { questionForm } from './question-form.ts';
import { loadResult } from './result-file.ts';

const mean = (grades: readonly number[]) =>
  grades.reduce((sum, one) => sum + one, 0) / grades.length;

/**
 * An element that asks questions one by one, grades them and shows a review. Which questions a try
 * draws is decided by the element of each kind of check.
 */
export abstract class CheckPlayer extends HTMLElement {
  protected readonly check = String(this.dataset['check']);
  protected readonly banks = moduleBanks(this);
  protected readonly howSure = new HowSure(this);
  /** The forms of the questions loaded so far, by id. */
  readonly #forms = new Map<string, AnswerForm>();
  #seed: number | undefined;
  /** Time at which the question on the page was shown. */
  #shownAt = 0;

  /** Number of questions that a new try asks. */
  protected abstract get draw(): number;
  /** Ids of the questions of a try, in the order asked. */
  protected abstract drawn(seed: number, count: number): readonly string[];
  /** Whether another try may begin. */
  protected get canBegin(): boolean {
    return true;
  }

  connectedCallback() {
    this.classList.add('asking');
    part(this, 'begin').addEventListener('click', () => void this.#begin());
    part(this, 'again').addEventListener('click', () => void this.#begin());
    this.showIntro();
  }

  protected get mastery() {
    return recorder.masteryScore ?? Number(this.dataset['mastery']);
  }

  protected get stored() {
    return recorder.attempt.checks[this.check];
  }

  /** The try in progress, if as many questions can still be drawn as it has answers. */
  get #open(): OpenTry | undefined {
    const open = this.stored?.open;
    return open && this.drawn(open.seed, open.answers.length).length === open.answers.length
      ? open
      : undefined;
  }

  /** Shows what a learner reads before a try. */
  protected showIntro() {
    part(this, 'door').hidden = false;
    part(this, 'asked').hidden = true;
    const best = bestTry(recorder.attempt, this.check);
    if (best !== undefined)
      part(this, 'tries').textContent = interpolate(this.dataset['tries'], {
        count: this.stored?.tries.length ?? 0,
        percent: formatPercent(best),
      });
    const lms = part(this, 'lms');
    lms.hidden = recorder.masteryScore === undefined;
    lms.textContent = interpolate(lms.textContent, { percent: formatPercent(this.mastery) });
    const button = part(this, 'begin');
    if (this.#open) button.textContent = String(this.dataset['resume']);
    else if (best !== undefined) button.textContent = String(this.dataset['again']);
  }

  /** The script that shows results; requested with the first question, needed after the last. */
  get #result() {
    return loadResult(String(this.dataset['result']));
  }

  /**
   * Loads the banks of questions.
   * @param also what else is needed
   * @returns whether they are on the page; if not, the learner was told
   */
  async #load(questions: readonly string[], also?: Promise<unknown>): Promise<boolean> {
    const needed = this.banks.filter((bank) =>
      bank.questions.some(({ id }) => questions.includes(id)),
    );
    const failed = part(this, 'unavailable');
    try {
      await loadBanks(this, needed, (loaded) => this.#addForms(loaded));
      await also;
      failed.hidden = true;
      return true;
    } catch {
      failed.hidden = false;
      this.showIntro();
      failed.scrollIntoView({ block: 'nearest' });
      return false;
    }
  }

  #addForms(questions: HTMLElement) {
    for (const article of questions.querySelectorAll<HTMLElement>('[data-bank]')) {
      const id = String(article.dataset['bank']);
      const form = answerForm(article, (response) => void this.#answer(id, response));
      if (form) this.#forms.set(id, form);
    }
  }

  async #begin() {
    if (!this.#open) {
      if (!this.canBegin) return;
      const draw = (seed: number) => this.drawn(seed, this.draw);
      const seed = freshSeed(draw, this.#seed ?? this.stored?.last?.seed, Math.random);
      recorder.record({ type: 'check.started', check: this.check, seed, draw: draw(seed).length });
    }
    await this.#ask();
  }

  /** Asks the first question of the try that has no answer yet, or ends the try. */
  async #ask() {
    const open = this.#open;
    const drawn = open ? this.drawn(open.seed, open.answers.length) : [];
    const item = open ? open.answers.indexOf(undefined) : -1;
    const progressLine = part(this, 'asked');
    if (item >= 0) {
      progressLine.hidden = false;
      progressLine.textContent = interpolate(this.dataset['asked'], {
        number: item + 1,
        total: drawn.length,
      });
    }
    await focusFirst(progressLine);
    // An answered question must not be answered again while the next one is loading.
    this.#showQuestion(undefined);
    part(this, 'door').hidden = true;
    part(this, 'result').hidden = true;
    // Another tab may have ended the try, or the learner has started afresh.
    if (!open) return this.showIntro();
    this.#seed = open.seed;
    if (item < 0) return this.#finish(open, drawn);
    await this.#load(drawn.slice(item, item + 1));
    // While the learner reads.
    void this.#result.catch(() => undefined);
    void joinBooster(this);
    const form = this.#forms.get(drawn[item] ?? '');
    if (!form) return;
    prepare(form, open.seed);
    this.howSure.ask(form.form);
    this.#showQuestion(drawn[item]);
    progressLine.scrollIntoView({ block: 'nearest' });
    this.#shownAt = Date.now();
  }

  #showQuestion(shown: string | undefined) {
    // While a question is asked the ways off the page would look like its controls.
    this.toggleAttribute('data-at-question', shown !== undefined);
    for (const article of this.querySelectorAll<HTMLElement>('[data-bank]'))
      article.classList.toggle('away', article.dataset['bank'] !== shown);
  }

  async #answer(id: string, response: readonly string[]) {
    const open = this.#open;
    const item = open ? this.drawn(open.seed, open.answers.length).indexOf(id) : -1;
    // Another tab may have advanced or restarted the try, or the button was pressed twice: then this answer is out of
    // date.
    if (open && item >= 0 && open.answers[item] === undefined) {
      this.howSure.store(open.seed, item);
      recorder.record(
        { type: 'check.answered', check: this.check, item, response },
        {
          result: this.#grade(id, response) ? 'correct' : 'incorrect',
          latency: (Date.now() - this.#shownAt) / 1000,
        },
      );
    }
    await this.#ask();
  }

  #grade(question: string, response: readonly string[]): 0 | 1 {
    const form = this.#forms.get(question)?.form;
    return form ? grade(keyTo(form), response) : 0;
  }

  #grades(drawn: readonly string[], answers: OpenTry['answers']): (0 | 1)[] {
    return drawn.map((id, item) => this.#grade(id, answers[item] ?? []));
  }

  #objectiveOf(question: string): string {
    const questions = this.banks.flatMap(({ questions }) => questions);
    return questions.find(({ id }) => id === question)?.objective ?? '';
  }

  /** The lessons to read again after a question; none before its bank is loaded. */
  #lessonsBehind(objective: string): readonly RereadLesson[] {
    return this.banks.flatMap(({ lessons }) => lessons?.[objective] ?? []);
  }

  async #finish({ seed, answers }: OpenTry, drawn: readonly string[]) {
    // Answers cannot be graded before their bank has been loaded; and an answer that was sent twice, or
    // in two tabs, ends the try once.
    if (!(await this.#load(drawn)) || this.#open?.seed !== seed) return;
    const grades = this.#grades(drawn, answers);
    const tested = drawn.map((id) => this.#objectiveOf(id));
    recorder.record(
      { type: 'check.finished', check: this.check, score: mean(grades) },
      {
        objectives: Object.fromEntries(
          tested.map((objective) => [
            objective,
            mean(grades.filter((_, item) => tested[item] === objective)),
          ]),
        ),
      },
    );
    void joinBooster(
      this,
      drawn.map((id, item) => [id, grades[item] === 1] as const),
    );
    await this.showResult(seed, drawn, answers);
  }

  /** Shows the result of a finished try, and a review of each of its questions. */
  protected async showResult(seed: number, drawn: readonly string[], answers: OpenTry['answers']) {
    const loading = this.#result;
    if (!(await this.#load(drawn, loading))) return;
    const show = await loading;
    const grades = this.#grades(drawn, answers);
    this.#showQuestion(undefined);
    part(this, 'door').hidden = true;
    part(this, 'asked').hidden = true;
    part(this, 'again').hidden = !this.canBegin;
    show(
      this,
      this.mastery,
      drawn.flatMap((id, item) => {
        const form = this.#forms.get(id)?.form;
        if (!form) return [];
        const response = answers[item] ?? [];
        const remarks = questionForm(form).remarks(keyTo(form), response, true);
        const lessons = this.#lessonsBehind(this.#objectiveOf(id));
        return [{ form, lessons, response, grade: grades[item] ?? 0, remarks }];
      }),
      this.howSure.levels(seed),
    );
    part(this, 'heading').focus();
  }
}
