import { Kept } from '../../kept/kept.ts';
import { ownPlace } from '../../kept/page/own-place.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { answersFrom, countAnswers, type Finding, withAnswer } from '../law-answers.ts';
import { lawTable, lawText, type LawWords, type ModuleQuestions } from '../law-exports.ts';

/** `<home-law>`: one form for the questions that modules leave to the learner's national law. */
class HomeLaw extends HTMLElement {
  readonly #kept = new Kept(ownPlace('law'), answersFrom, {});

  connectedCallback() {
    this.classList.add('answering');
    for (const name of ['tools', 'count']) part(this, name).hidden = false;
    for (const item of this.#items) {
      const id = String(item.dataset['question']);
      const fields = this.#fieldsOf(item);
      fields.text.addEventListener('input', () => this.#keep(id, { text: fields.text.value }));
      fields.finding.addEventListener('change', () =>
        this.#keep(id, { finding: (fields.finding.value || undefined) as Finding | undefined }),
      );
    }
    const { columns, open, findings } = this.dataset;
    const names = JSON.parse(String(findings)) as Record<Finding, string>;
    const words: LawWords = {
      title: document.querySelector('h1')?.textContent ?? '',
      columns: JSON.parse(String(columns)) as string[],
      open: String(open),
      finding: (finding) => names[finding],
    };
    part(this, 'csv').addEventListener('click', () =>
      saveFile('law-at-home.csv', 'text/csv', lawTable(this.#modules, this.#kept.value, words)),
    );
    part(this, 'text').addEventListener('click', () =>
      saveFile('law-at-home.txt', 'text/plain', lawText(this.#modules, this.#kept.value, words)),
    );
    const only = part(this, 'only-gaps') as HTMLInputElement;
    only.addEventListener('change', () => this.#showOnly(only.checked));
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      this.#kept.reread();
      this.#show();
    });
    this.#show();
  }

  get #items(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-question]')];
  }

  get #modules(): ModuleQuestions[] {
    return Array.from(this.querySelectorAll('section[data-law]'), (section) => ({
      title: section.querySelector('h2')?.textContent.trim() ?? '',
      questions: Array.from(section.querySelectorAll<HTMLElement>('[data-question]'), (item) => ({
        id: String(item.dataset['question']),
        asks: item.querySelector('[data-asks]')?.textContent.trim() ?? '',
      })),
    }));
  }

  #fieldsOf(item: HTMLElement) {
    return {
      text: item.querySelector('textarea') as HTMLTextAreaElement,
      finding: item.querySelector('select') as HTMLSelectElement,
    };
  }

  #keep(id: string, change: Parameters<typeof withAnswer>[2]) {
    this.#kept.change((answers) => withAnswer(answers, id, change));
    this.#tell();
  }

  #show() {
    for (const item of this.#items) {
      const answer = this.#kept.value[String(item.dataset['question'])];
      const { text, finding } = this.#fieldsOf(item);
      text.value = answer?.text ?? '';
      finding.value = answer?.finding ?? '';
    }
    this.#tell();
  }

  #tell() {
    for (const line of this.querySelectorAll<HTMLElement>('[data-kept]'))
      line.hidden = line.dataset['kept'] !== this.#kept.state;
    const ids = this.#items.map((item) => String(item.dataset['question']));
    part(this, 'count').textContent = interpolate(this.dataset['count'], {
      ...countAnswers(this.#kept.value, ids),
      total: ids.length,
    });
    for (const item of this.#items) {
      const { text, finding } = this.#fieldsOf(item);
      // A textarea prints only its visible part, so the full text is copied for print.
      const paper = item.querySelector<HTMLElement>('p.on-paper');
      if (paper) paper.textContent = text.value;
      for (const box of item.querySelectorAll<HTMLElement>('[data-finding]'))
        box.toggleAttribute('data-ticked', box.dataset['finding'] === finding.value);
      item.toggleAttribute('data-gap', finding.value === 'gap');
    }
  }

  #showOnly(gaps: boolean) {
    for (const item of this.#items)
      item.hidden = gaps && this.#fieldsOf(item).finding.value !== 'gap';
    for (const section of this.querySelectorAll<HTMLElement>('section[data-law]'))
      section.hidden = gaps && section.querySelector('[data-question]:not([hidden])') === null;
  }
}

customElements.define('home-law', HomeLaw);
