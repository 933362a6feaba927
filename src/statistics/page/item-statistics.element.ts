import type { AnswerSheet, SheetCourse } from '../answer-sheet.ts';
import { assessments } from '../../course/halves.ts';
import { csvFile } from '../../course/csv.ts';
import { type Choice, choices } from '../distractors.ts';
import { type ItemStatistics, itemStatistics, scoreStatistics } from '../item-statistics.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import { keyWord } from '../../questions/page/key.ts';
import { loadBanks, moduleBanks } from '../../questions/page/module-banks.ts';
import { sheetCourse } from './sheet-course.ts';
import { onSend } from '../../site/on-send.ts';
import { printPage } from '../../site/print-page.ts';
import { saveFile } from '../../site/save-file.ts';
import { questionWords } from './question-words.ts';
import { type HandedIn, type RejectedSheet, type SheetPile, withSheets } from './sheet-pile.ts';

const { lang, classList, dataset: page } = document.documentElement;
const twoDigits = new Intl.NumberFormat(lang, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** Sort keys of a table; values that cannot be computed come last in both directions. */
const sortKeys: Readonly<Record<string, (item: ItemStatistics) => number>> = {
  answered: ({ answered }) => answered,
  right: ({ difficulty }) => difficulty,
  discrimination: ({ discrimination }) => Number(discrimination),
  sure: ({ rated, sureAndWrong }) => sureAndWrong / rated,
};

/**
 * `<item-statistics>`: adds up answer sheets that learners handed in, as files or as codes. It reads them locally and
 * stores nothing: the sheets are gone when the page closes. The texts of the questions are loaded with the first
 * sheets.
 */
class ItemStatisticsPage extends HTMLElement {
  readonly #banks = moduleBanks(this);
  #pile: SheetPile = new Map();
  #course: SheetCourse | undefined;

  connectedCallback() {
    this.hidden = false;
    classList.add('live');
    const files = this.querySelector('#sheet-files') as HTMLInputElement;
    files.addEventListener('change', () => {
      const chosen = [...(files.files ?? [])];
      void Promise.all(
        chosen.map(async (file) => ({ name: file.name, text: await file.text().catch(() => '') })),
      ).then((texts) => this.#add(texts));
      // Allows the same file to be chosen again after it was corrected.
      files.value = '';
    });
    const codes = this.querySelector('#sheet-codes') as HTMLTextAreaElement;
    onSend(part(this, 'typed') as HTMLFormElement, () => {
      void this.#add([{ name: '', text: codes.value }]).then((isDone) => {
        if (isDone) codes.value = '';
      });
    });
    part(this, 'save').addEventListener('click', () => this.#save());
    const button = part(this, 'print');
    button.addEventListener('click', () => printPage(button));
    for (const button of this.querySelectorAll<HTMLElement>('[data-sort]'))
      button.addEventListener('click', () => this.#sort(button));
  }

  /** @returns whether the texts were processed, whatever they contained */
  async #add(texts: readonly HandedIn[]): Promise<boolean> {
    const said = part(this, 'said');
    if (texts.every(({ name, text }) => name === '' && text.trim() === '')) {
      said.textContent = String(this.dataset['none']);
      return false;
    }
    try {
      await loadBanks(this, this.#banks);
    } catch {
      said.textContent = String(this.dataset['unavailable']);
      return false;
    }
    this.#course ??= sheetCourse(this, this.#banks);
    const { pile, refused } = withSheets(this.#pile, texts, this.#course, (name, number) =>
      [name, interpolate(this.dataset['line'], { number })].filter(Boolean).join(', '),
    );
    this.#pile = pile;
    said.textContent = interpolate(this.dataset['count'], {
      counted: pile.size,
      refused: refused.length,
    });
    this.#showRefused(refused);
    part(this, 'counted').hidden = pile.size === 0;
    for (const section of this.#sections) this.#show(section);
    return true;
  }

  #showRefused(refused: readonly RejectedSheet[]) {
    part(this, 'refused').hidden = refused.length === 0;
    part(this, 'refusals').replaceChildren(
      ...refused.map(({ name, problem }) => {
        const line = document.createElement('li');
        const title = document.createElement('strong');
        title.textContent = `${name}: `;
        const reason = this.querySelector(`[data-problem="${problem}"]`)?.textContent ?? '';
        line.append(title, reason);
        return line;
      }),
    );
  }

  get #sections() {
    return [...this.querySelectorAll<HTMLElement>('[data-assessment]')];
  }

  #sheets(section: HTMLElement): AnswerSheet[] {
    return [...this.#pile.values()].filter(({ check }) => check === section.dataset['assessment']);
  }

  #items(section: HTMLElement): ItemStatistics[] {
    const questions = this.#banks.flatMap((bank) => bank.questions.map(({ id }) => id));
    return itemStatistics(this.#sheets(section), questions);
  }

  #show(section: HTMLElement) {
    const sheets = this.#sheets(section);
    const scores = scoreStatistics(sheets);
    section.hidden = scores === undefined;
    if (!scores) return;
    const words = part(section, 'scores').dataset;
    const { spread } = scores;
    part(section, 'scores').textContent = [
      interpolate(words['words'], {
        sheets: scores.sheets,
        mean: formatPercent(scores.mean),
        lowest: formatPercent(scores.lowest),
        highest: formatPercent(scores.highest),
      }),
      spread === undefined
        ? words['few']
        : interpolate(words['spread'], { spread: Math.round(spread * 100) }),
    ].join(' ');
    const sorted = section.querySelector<HTMLElement>('[aria-sort$="ending"] [data-sort]');
    this.#fillTable(section, sorted);
  }

  /** Sorts by a column; a second press reverses the order. */
  #sort(button: HTMLElement) {
    const section = button.closest<HTMLElement>('[data-assessment]');
    if (!section) return;
    const column = button.closest('th');
    const isUp = column?.getAttribute('aria-sort') === 'ascending';
    for (const other of section.querySelectorAll('[aria-sort]'))
      other.setAttribute('aria-sort', 'none');
    column?.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
    this.#fillTable(section, button);
  }

  #fillTable(section: HTMLElement, sorted: HTMLElement | null) {
    const items = this.#items(section);
    const key = sortKeys[sorted?.dataset['sort'] ?? ''];
    const sign = sorted?.closest('th')?.getAttribute('aria-sort') === 'descending' ? -1 : 1;
    if (key)
      items.sort((one, other) => {
        const [a, b] = [key(one), key(other)];
        return Number.isNaN(a) || Number.isNaN(b)
          ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
          : sign * (a - b);
      });
    else if (sign < 0) items.reverse();
    const sheets = this.#sheets(section);
    section
      .querySelector('tbody')
      ?.replaceChildren(...items.map((item) => this.#row(item, sheets)));
  }

  #row(item: ItemStatistics, sheets: readonly AnswerSheet[]): Node {
    const row = (part(this, 'row') as HTMLTemplateElement).content.cloneNode(
      true,
    ) as DocumentFragment;
    const form = this.querySelector<HTMLElement>(`#form-${item.question}`);
    if (!form) return row;
    const words = questionWords(form);
    part(row, 'module').textContent = this.#module(item.question);
    part(row, 'asked').innerHTML = words.question;
    part(row, 'situation').innerHTML = words.situation;
    const chosen = this.#choices(item.question, sheets);
    part(row, 'in-place').hidden = chosen.some(({ isRight }) => isRight !== undefined);
    part(row, 'choices').replaceChildren(
      ...chosen.map((choice) => {
        const line = document.createElement('li');
        const count = document.createElement('strong');
        count.textContent = interpolate('{count}', { count: choice.count });
        const text = document.createElement('span');
        text.innerHTML = words.of(choice);
        line.append(count, ' ', text);
        if (choice.isRight) {
          const right = document.createElement('em');
          right.textContent = ` (${keyWord('right')})`;
          line.append(right);
        }
        return line;
      }),
    );
    part(row, 'answered').textContent = interpolate('{count}', { count: item.answered });
    part(row, 'right').textContent = formatPercent(item.difficulty);
    const discrimination = part(row, 'discrimination');
    discrimination.textContent =
      typeof item.discrimination === 'number'
        ? twoDigits.format(item.discrimination)
        : String(discrimination.dataset[item.discrimination]);
    const sure = part(row, 'sure');
    sure.textContent =
      item.rated === 0
        ? String(sure.dataset['none'])
        : interpolate(sure.dataset['words'], { count: item.sureAndWrong, total: item.rated });
    return row;
  }

  #choices(question: string, sheets: readonly AnswerSheet[]): Choice[] {
    const sheetQuestion = this.#course?.questions.get(question);
    const answers = sheets.flatMap((sheet) =>
      sheet.answers.filter((answer) => answer.question === question),
    );
    return sheetQuestion ? choices(sheetQuestion, answers) : [];
  }

  /** Short title of the module of a question. */
  #module(question: string): string {
    const place = this.#banks.findIndex(({ questions }) =>
      questions.some(({ id }) => id === question),
    );
    return this.querySelectorAll('[data-module]')[place]?.textContent ?? '';
  }

  #save() {
    const rows = assessments.flatMap((assessment) => {
      const section = this.querySelector<HTMLElement>(`[data-assessment="${assessment}"]`);
      if (!section) return [];
      const sheets = this.#sheets(section);
      return this.#items(section).map((item) => [
        assessment,
        this.#module(item.question),
        item.question,
        this.querySelector(`#form-${item.question} legend > span`)?.textContent ?? '',
        item.answered,
        item.right,
        rounded(item.difficulty),
        typeof item.discrimination === 'number' ? rounded(item.discrimination) : undefined,
        item.rated,
        item.sureAndWrong,
        this.#choices(item.question, sheets)
          .map(({ part: id, target, count, isRight }) =>
            [id, target && `>${target}`, isRight && '*', `: ${count}`].filter(Boolean).join(''),
          )
          .join('; '),
      ]);
    });
    const columns = JSON.parse(String(this.dataset['columns'])) as string[];
    saveFile(`${page['course'] ?? ''}-item-statistics.csv`, 'text/csv', csvFile(columns, rows));
  }
}

/** Rounds a number to three decimal places for exported files, which programs read. */
const rounded = (number: number) => Math.round(number * 1000) / 1000;

customElements.define('item-statistics', ItemStatisticsPage);
