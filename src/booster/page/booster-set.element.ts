import { dayAfter } from '../../course/day.ts';
import { grade } from '../../questions/grade.ts';
import { type AnswerForm, answerForm, prepare } from '../../questions/page/answer-form.ts';
import { keyTo } from '../../questions/page/key.ts';
import { loadBanks, moduleBanks } from '../../questions/page/module-banks.ts';
import { questionForm } from '../../questions/page/question-form.ts';
import { reviewed } from '../../questions/page/review.ts';
import { seeds } from '../../questions/draw.ts';
import { day } from '../../site/day.ts';
import { focusFirst } from '../../site/focus-first.ts';
import { interpolate } from '../../site/interpolate.ts';
import { onSend } from '../../site/on-send.ts';
import { printPage } from '../../site/print-page.ts';
import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { today } from '../../site/today.ts';
import { boosterCalendar } from '../booster-calendar.ts';
import { answered, comingAfter, dueAt, isRetired, settled, withUnanswered } from '../schedule.ts';
import { type Asking, askings } from './asking.ts';
import { layEnvelopes } from './envelopes.ts';
import { keptBooster } from './kept-booster.ts';

const dayHere = (date: string) => day(document.documentElement.lang, date);

/** `<booster-set>`: asks the questions due today, and exports those of the days to come. */
class BoosterSet extends HTMLElement {
  readonly #kept = keptBooster();
  readonly #banks = moduleBanks(this);
  readonly #forms = new Map<string, AnswerForm>();
  #asked: Asking | undefined;

  connectedCallback() {
    this.#kept.change((items) => settled(items, today()));
    for (const name of ['begin', 'next'])
      part(this, name).addEventListener('click', () => void this.#ask());
    part(this, 'calendar').addEventListener('click', () => this.#saveCalendar());
    part(this, 'print').addEventListener('click', () => void this.#print());
    onSend(part(this, 'after-workshop') as HTMLFormElement, () => this.#takeWorkshop());
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      this.#kept.reread();
      this.#show();
    });
    this.#show();
  }

  /** The questions due today, without those of modules missing from this copy of the course. */
  get #due(): Asking[] {
    return askings(dueAt(this.#kept.value, today()), this.#banks);
  }

  #show() {
    for (const line of this.querySelectorAll<HTMLElement>('[data-kept]'))
      line.hidden = line.dataset['kept'] !== this.#kept.state;
    const items = this.#kept.value;
    const due = this.#due.length;
    part(this, 'none').hidden = items.length > 0;
    part(this, 'due').hidden = items.length === 0;
    part(this, 'due').textContent = interpolate(
      due > 0 ? this.dataset['due'] : this.dataset['nothing'],
      { count: due },
    );
    const begin = part(this, 'begin');
    begin.hidden = due === 0 || this.#asked !== undefined;
    const coming = comingAfter(items, today());
    part(this, 'coming').replaceChildren(
      ...coming.map(([date, list]) => {
        const line = document.createElement('li');
        line.textContent = interpolate(this.dataset['on'], {
          day: dayHere(date),
          count: list.length,
        });
        return line;
      }),
    );
    part(this, 'coming-heading').hidden = coming.length === 0;
    const retired = items.filter(isRetired).length;
    part(this, 'retired').hidden = retired === 0;
    part(this, 'retired').textContent = interpolate(this.dataset['retired'], { count: retired });
    part(this, 'take-along').hidden = due + coming.length === 0;
  }

  async #ask() {
    const [asking] = this.#due;
    this.#asked = asking;
    const left = part(this, 'left');
    left.hidden = asking === undefined;
    left.textContent = interpolate(this.dataset['left'], { count: this.#due.length });
    await focusFirst(asking ? left : part(this, 'heading'));
    part(this, 'review').hidden = true;
    this.#showQuestion(asking?.variant);
    this.#show();
    if (asking === undefined) return;
    try {
      await loadBanks(this, [asking.bank], (questions) => this.#addForms(questions));
    } catch {
      this.#asked = undefined;
      part(this, 'unavailable').hidden = false;
      this.#show();
      return;
    }
    part(this, 'unavailable').hidden = true;
    const form = this.#forms.get(asking.variant);
    if (form === undefined) return;
    prepare(form, Math.floor(Math.random() * seeds));
    this.#showQuestion(asking.variant);
    left.scrollIntoView({ block: 'nearest' });
  }

  #addForms(questions: HTMLElement) {
    for (const article of questions.querySelectorAll<HTMLElement>('[data-bank]')) {
      const id = String(article.dataset['bank']);
      const form = answerForm(article, (response) => void this.#answer(id, response));
      if (form) this.#forms.set(id, form);
    }
  }

  #showQuestion(shown: string | undefined) {
    part(this, 'left').hidden = shown === undefined;
    for (const article of this.querySelectorAll<HTMLElement>('[data-bank]'))
      article.classList.toggle('away', article.dataset['bank'] !== shown);
  }

  async #answer(id: string, response: readonly string[]) {
    const form = this.#forms.get(id)?.form;
    const asking = this.#asked;
    if (form === undefined || asking?.variant !== id) return;
    const isRight = grade(keyTo(form), response) === 1;
    this.#kept.change((items) => answered(items, asking.item.question, id, isRight, today()));
    this.#asked = undefined;
    const item = this.#kept.value.find(({ question }) => question === asking.item.question);
    const isDone = item !== undefined && isRetired(item);
    part(this, 'verdict').textContent = interpolate(
      this.dataset[isDone ? 'rightAndDone' : isRight ? 'right' : 'wrong'],
      {},
    );
    const remarks = questionForm(form).remarks(keyTo(form), response, true);
    part(this, 'answer').replaceChildren(
      reviewed(part(this, 'reviewed'), { form, response, remarks }),
    );
    const reread = part(this, 'answer').querySelector('[data-part="reread"]');
    const { objective = '' } = asking.bank.questions.find((one) => one.id === id) ?? {};
    for (const [place, { href, title }] of (asking.bank.lessons?.[objective] ?? []).entries()) {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = title;
      reread?.append(place > 0 ? '; ' : '', link);
    }
    part(this, 'review').hidden = false;
    this.#show();
    part(this, 'begin').hidden = true;
    part(this, 'next').textContent = String(this.dataset[this.#due.length > 0 ? 'another' : 'end']);
    await focusFirst(part(this, 'verdict'));
    this.#showQuestion(undefined);
    part(this, 'verdict').scrollIntoView({ block: 'nearest' });
  }

  #saveCalendar() {
    const { course = '' } = document.documentElement.dataset;
    const words = {
      title: (count: number) => interpolate(this.dataset['event'], { count }),
      text: String(this.dataset['eventText']),
    };
    const file = boosterCalendar(this.#kept.value, today(), words, course, new Date());
    saveFile('booster.ics', 'text/calendar', file);
  }

  /** Prints the pending questions, grouped by the day on which their envelope is to be opened. */
  async #print() {
    const now = today();
    const due = dueAt(this.#kept.value, now);
    const days = [
      ...(due.length > 0 ? [[now, due] as const] : []),
      ...comingAfter(this.#kept.value, now),
    ];
    const taken = days.map(
      ([date, items]) => [dayHere(date), askings(items, this.#banks)] as const,
    );
    try {
      await layEnvelopes(this, this.#banks, taken, {
        open: String(this.dataset['envelope']),
        key: String(this.dataset['envelopeKey']),
      });
      part(this, 'unavailable').hidden = true;
      const { classList } = document.documentElement;
      classList.add('enveloped');
      addEventListener('afterprint', () => classList.remove('enveloped'), { once: true });
      printPage(part(this, 'print'));
    } catch {
      part(this, 'unavailable').hidden = false;
    }
  }

  /** Adds questions of the modules of a workshop, scheduled from the day of the workshop. */
  #takeWorkshop() {
    const fields = new FormData(part(this, 'after-workshop') as HTMLFormElement);
    const modules = fields.getAll('module').map(String);
    const held = (part(this, 'held') as HTMLInputElement).value;
    const each = Math.max(1, Math.floor(12 / Math.max(1, modules.length)));
    const questions = this.#banks.flatMap(({ questions: bank }, place) =>
      modules.includes(String(place)) ? onePerObjective(bank).slice(0, each) : [],
    );
    const before = this.#kept.value.length;
    this.#kept.change((items) =>
      settled(withUnanswered(items, questions, held || today()), today()),
    );
    const back = dayAfter(held || today(), 8);
    const said = back > today() ? 'taken' : 'takenDue';
    part(this, 'taken').textContent = interpolate(
      this.dataset[questions.length === 0 ? 'chooseModule' : said],
      { count: this.#kept.value.length - before, day: dayHere(back) },
    );
    this.#show();
  }
}

/** Question ids of a bank in rounds: one of each objective before a second of any. */
function onePerObjective(
  questions: readonly { readonly id: string; readonly objective: string }[],
): string[] {
  const groups = [...new Set(questions.map(({ objective }) => objective))].map((objective) =>
    questions.filter((one) => one.objective === objective),
  );
  const most = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: most }, (_, round) => groups.flatMap((group) => group[round] ?? []))
    .flat()
    .map(({ id }) => id);
}

customElements.define('booster-set', BoosterSet);
