import { bestTry } from '../../course/completion.ts';
import { evaluationTable, gainOf, type Learned } from '../evaluation-table.ts';
import { reminderFile, followUpMonths, monthsAfter } from '../follow-up.ts';
import { day } from '../../site/day.ts';
import { type Chosen, fillIn, longestFillIn } from '../../progress/interaction.ts';
import { evaluationPrefix } from '../../progress/log.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { saveFile } from '../../site/save-file.ts';
import { today } from '../../site/today.ts';
import { findBook } from './answer-book.ts';

const { lang, dataset: page } = document.documentElement;

/**
 * `<evaluation-sheet data-sheet>`: the evaluation, or the follow-up sheet three months later. Each answer is stored on
 * the device at once; answers are sent to an LMS only when the learner presses the button.
 */
class EvaluationSheet extends HTMLElement {
  readonly #book = findBook(recorder.learnerKey);
  readonly #isFollowUp = this.dataset['sheet'] === 'follow-up';
  readonly #names = String(this.dataset['names']).split(' ');

  connectedCallback() {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', ({ target }) => this.#keep(target));
    part(this, 'actions').hidden = false;
    part(this, 'save').addEventListener('click', () => this.#save());
    part(this, 'remind').addEventListener('click', () => this.#remind());
    this.#offerToDelete();
    this.#offerToSend();
    this.#showPlace();
    this.#fillIn();
    this.#showLearned();
    recorder.subscribe(() => this.#showLearned());
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      this.#book.reread();
      this.#fillIn();
    });
  }

  get #mayBeSent() {
    return recorder.evaluate !== undefined && this.querySelector('[data-part="sending"]') !== null;
  }

  #showPlace() {
    const isPackage = page['package'] !== undefined;
    const place = !isPackage
      ? 'browser'
      : recorder.learnerKey === undefined
        ? 'window'
        : this.#mayBeSent
          ? 'lms-sends'
          : 'lms';
    for (const words of this.#all('[data-kept]')) words.hidden = words.dataset['kept'] !== place;
  }

  #keep(target: EventTarget | null) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const date = today();
    const kept = this.#book.kept;
    this.#book.put({
      answers: { [target.name]: target.value },
      ...(this.#isFollowUp
        ? { followUpDate: kept.followUpDate ?? date }
        : { date: kept.date ?? date }),
    });
    this.#show();
  }

  /** Fills the fields with the stored answers. */
  #fillIn() {
    const { answers } = this.#book.kept;
    for (const field of this.#fields())
      if (field instanceof HTMLTextAreaElement) field.value = answers[field.name] ?? '';
      else field.checked = answers[field.name] === field.value;
    this.#show();
  }

  #show() {
    const { answers, date, sent } = this.#book.kept;
    for (const problem of this.#all('[data-state]'))
      problem.hidden = problem.dataset['state'] !== this.#book.state;
    for (const place of this.#all('[data-written]'))
      place.textContent = answers[String(place.dataset['written'])] ?? '';
    part(this, 'reminder').hidden = date === undefined;
    for (const when of this.#all('[data-part="when"]')) {
      when.hidden = date === undefined;
      when.textContent = interpolate(when.dataset['words'], { date: day(lang, this.#followUpDay) });
    }
    for (const open of this.#all('[data-part="open"]')) open.hidden = date !== undefined;
    const commitment = answers[String(this.dataset['commitment'])] ?? '';
    for (const commitmentShown of this.#all('[data-part="meant"]')) {
      commitmentShown.hidden = commitment === '';
      part(commitmentShown, 'commitment').textContent = commitment;
    }
    for (const before of this.#all('[data-part="sent-before"]')) {
      before.hidden = sent === undefined;
      before.textContent = interpolate(before.dataset['words'], {
        date: day(lang, sent ?? today()),
      });
    }
  }

  get #followUpDay() {
    return monthsAfter(this.#book.kept.date ?? today(), followUpMonths);
  }

  get #learned(): Learned {
    const { checks } = recorder.attempt;
    return {
      before: checks['pre-test']?.tries[0],
      after: bestTry(recorder.attempt, 'final'),
      tries: checks['final']?.tries.length ?? 0,
    };
  }

  #showLearned() {
    const tests = this.querySelector<HTMLElement>('[data-part="tests"]');
    if (tests === null) return;
    const learned = this.#learned;
    tests.hidden = false;
    part(tests, 'tests-none').hidden = (learned.before ?? learned.after) !== undefined;
    for (const name of ['before', 'after'] as const) {
      const line = part(tests, name);
      line.hidden = learned[name] === undefined;
      line.textContent = interpolate(line.dataset['words'], {
        percent: formatPercent(learned[name] ?? 0),
      });
    }
    const points = gainOf(learned);
    part(tests, 'gained').hidden = points === undefined;
    const gain = part(tests, 'gain');
    gain.textContent = interpolate(gain.dataset['words'], { points: points ?? 0 });
  }

  #save() {
    const { answers, date, followUpDate } = this.#book.kept;
    const table = evaluationTable(this.#names, {
      course: String(page['course']),
      version: String(this.dataset['version']),
      language: lang,
      track: recorder.fixedTrack ?? recorder.attempt.track ?? '',
      date,
      learned: this.#learned,
      followUpDate,
      answers,
    });
    saveFile(`${page['course'] ?? ''}-evaluation.csv`, 'text/csv', table);
  }

  #remind() {
    const { title = '', text = '' } = part(this, 'remind').dataset;
    const course = String(page['course']);
    const file = reminderFile({ date: this.#followUpDay, title, text, course, made: new Date() });
    saveFile(`${course}-follow-up.ics`, 'text/calendar', file);
  }

  #offerToDelete() {
    const confirm = part(this, 'confirm');
    const ask = part(this, 'delete');
    ask.addEventListener('click', () => {
      confirm.hidden = false;
      confirm.querySelector<HTMLElement>('#confirm')?.focus();
    });
    part(this, 'no').addEventListener('click', () => {
      confirm.hidden = true;
      ask.focus();
    });
    part(this, 'yes').addEventListener('click', () => {
      const wasSent = this.#book.kept.sent !== undefined;
      this.#book.remove();
      this.#fillIn();
      confirm.hidden = true;
      part(this, 'deleted').textContent = String(this.dataset[wasSent ? 'deletedSent' : 'deleted']);
      ask.focus();
    });
  }

  #offerToSend() {
    if (!this.#mayBeSent) return;
    part(this, 'sending').hidden = false;
    part(this, 'most').hidden = false;
    for (const field of this.#fields())
      if (field instanceof HTMLTextAreaElement) field.maxLength = longestFillIn;
    const delivery = part(this, 'delivery');
    part(this, 'send').addEventListener('click', () => {
      const reported = this.#reported();
      delivery.textContent = String(delivery.dataset[reported.length > 0 ? 'sending' : 'nothing']);
      if (reported.length === 0) return;
      recorder.evaluate?.(reported);
      const end = recorder.subscribe(() => {
        const isSent = recorder.saveStatus === 'kept';
        if (!isSent && recorder.saveStatus !== 'not-saved') return;
        end();
        if (isSent) this.#book.put({ sent: today() });
        this.#show();
        delivery.textContent = String(delivery.dataset[isSent ? 'sent' : 'notSent']);
      });
    });
  }

  /** Answers to report to an LMS, including emptied text answers that were reported before. */
  #reported(): Chosen[] {
    const { answers } = this.#book.kept;
    return this.#all('[data-kind]').flatMap((place): Chosen[] => {
      const name =
        place instanceof HTMLTextAreaElement ? place.name : String(place.dataset['name']);
      const id = evaluationPrefix + name;
      const answer = answers[name] ?? '';
      const kind = place.dataset['kind'] as 'likert' | 'choice' | 'fill-in';
      if (kind === 'fill-in') {
        const wasTold = recorder.attempt.rows.includes(id);
        return answer || wasTold ? [{ id, kind, response: [fillIn(answer)], positions: [] }] : [];
      }
      const options = Array.from(place.querySelectorAll('input'), ({ value }) => value);
      const position = options.indexOf(answer);
      return position < 0 ? [] : [{ id, kind, response: [answer], positions: [position] }];
    });
  }

  #fields() {
    return this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'form :is(input, textarea)',
    );
  }

  #all(selector: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(selector)];
  }
}

customElements.define('evaluation-sheet', EvaluationSheet);
