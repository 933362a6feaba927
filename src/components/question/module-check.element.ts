import type { OpenTry } from '../../course/attempt.ts';
import { bestTry, isPass } from '../../course/completion.ts';
import { drawQuestions, freshSeed, optionOrder } from '../../course/draw.ts';
import { mark } from '../../course/marking.ts';
import { fill, part, percent } from '../fill.ts';
import { recorder } from '../page/page-recorder.ts';
import { chosen, feedbackOn, keyedOptions, keyWord } from './answers.ts';

/** `<module-check>`: draws questions from the bank on the page, asks them one by one, and marks. */
class ModuleCheck extends HTMLElement {
  readonly #check = String(this.dataset['check']);
  readonly #bank = Array.from(this.querySelectorAll<HTMLElement>('[data-bank]'), (article) => ({
    id: String(article.dataset['bank']),
    objective: String(article.dataset['tests']),
    article,
  }));
  #seed: number | undefined;
  #shown = 0;

  connectedCallback() {
    this.classList.add('asking');
    const begin = part(this, 'begin');
    begin.hidden = false;
    begin.addEventListener('click', () => this.#begin());
    part(this, 'again').addEventListener('click', () => this.#begin());
    for (const { article } of this.#bank) {
      const form = article.querySelector('form');
      const button = form?.querySelector('button');
      if (!form || !button) continue;
      button.hidden = false;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#answer(form);
      });
    }
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
    const question = this.#bank.find(({ id }) => id === drawn[item]);
    if (!question) return;
    const { id, article } = question;
    article.querySelector('form')?.reset();
    const status = article.querySelector('[role="status"]');
    if (status) status.textContent = '';
    if (article.dataset['ordered'] === undefined) {
      const ids = keyedOptions(id).map((option) => option.id);
      const list = article.querySelector('ol');
      for (const option of optionOrder(id, ids, open.seed)) {
        const choice = article.querySelector(`[value="${option}"]`)?.closest('li');
        if (choice) list?.append(choice);
      }
    }
    const asked = part(this, 'asked');
    asked.hidden = false;
    asked.textContent = fill(this.dataset['asked'], { number: item + 1, total: drawn.length });
    this.#showOnly(article);
    asked.focus();
    asked.scrollIntoView({ block: 'nearest' });
    this.#shown = Date.now();
  }

  #showOnly(shown?: HTMLElement) {
    for (const { article } of this.#bank) article.classList.toggle('away', article !== shown);
  }

  #answer(form: HTMLFormElement) {
    const open = this.#open;
    const response = chosen(form);
    const status = form.querySelector('[role="status"]');
    if (!open) return;
    if (response.length === 0) {
      if (status) status.textContent = String(this.dataset['choose']);
      return;
    }
    const drawn = drawQuestions(this.#bank, this.#draw, open.seed);
    const id = String(form.dataset['question']);
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

  #mark(question: string, response: readonly string[]): 0 | 1 {
    return mark({ kind: 'several', options: keyedOptions(question) }, response);
  }

  #finish(drawn: readonly string[], answers: readonly (readonly string[])[]) {
    const marks = drawn.map((id, item) => this.#mark(id, answers[item] ?? []));
    const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
    const byObjective: Record<string, number[]> = {};
    for (const [item, id] of drawn.entries()) {
      const objective = this.#bank.find((question) => question.id === id)?.objective ?? '';
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
    const line = (part(this, 'reviewed') as HTMLTemplateElement).content.cloneNode(true) as Element;
    const { article, objective } = this.#bank.find((question) => question.id === id) ?? {};
    const words = (option: string) =>
      article?.querySelector(`[value="${option}"] + span`)?.innerHTML ?? '';
    const stem = part(line, 'stem');
    for (const paragraph of article?.querySelectorAll(
      'form > p:not(.label, .small, [role]), legend > span',
    ) ?? [])
      stem.append(paragraph.cloneNode(true));
    for (const option of keyedOptions(id)) {
      const taken = answer.includes(option.id);
      if (!taken && !option.right) continue;
      const place = part(line, taken ? 'yours' : 'missed');
      const text = document.createElement('p');
      text.innerHTML = words(option.id);
      place.append(
        text,
        feedbackOn(option, keyWord(option.right ? (taken ? 'right' : 'missed') : 'wrong')),
      );
    }
    const missed = part(line, 'missed');
    missed.hidden = missed.children.length < 2;
    const reread = part(line, 'reread');
    for (const [place, link] of [
      ...this.querySelectorAll(`[data-objective="${objective}"] a`),
    ].entries()) {
      if (place > 0) reread.append('; ');
      reread.append(link.cloneNode(true));
    }
    return line;
  }
}

customElements.define('module-check', ModuleCheck);
