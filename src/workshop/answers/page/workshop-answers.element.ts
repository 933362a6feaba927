import { csvFile } from '../../../course/csv.ts';
import { interpolate } from '../../../site/interpolate.ts';
import { formatPercent } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { WorkElement } from '../../page/work-element.ts';
import { type Answered, readLines, type SetShape } from '../answer-line.ts';
import { type AnswersWork, answersSchema } from '../answers-work.ts';
import { feedbackDocument } from '../feedback-document.ts';
import type { QuestionSet } from '../question-set.ts';
import {
  groupGain,
  objectiveResults,
  questionGains,
  type QuestionResult,
  questionResults,
} from '../results.ts';
import { showGain, showQuestionGains } from './gain-table.ts';

type Times = 'before' | 'after';
const times = ['before', 'after'] as const;

/** `<workshop-answers>`: fields for the answers of a room, their results, and the gain between two forms. */
class WorkshopAnswers extends WorkElement<AnswersWork> {
  protected readonly kind = 'forms';
  protected readonly schema = answersSchema;
  readonly #sets = JSON.parse(String(this.dataset['sets'])) as (QuestionSet & { board: string })[];

  protected override get keptAs() {
    return `forms:${String(this.dataset['page'])}`;
  }

  protected fresh(): AnswersWork {
    return { before: '', after: '', hands: {} };
  }

  protected begin() {
    for (const name of times) {
      const field = this.#field(name);
      field?.addEventListener('input', () => this.#type(name, field.value));
      const file = this.querySelector<HTMLInputElement>(`[data-file="${name}"]`);
      file?.addEventListener('change', () => void this.#add(name, file));
    }
    for (const input of this.#handInputs())
      input.addEventListener('input', () => {
        const id = String(input.dataset['hands']);
        const counts = this.#sets[0]?.questions
          .find((question) => question.id === id)
          ?.options.map((_, option) =>
            option === Number(input.dataset['option'])
              ? Math.min(9999, Math.max(0, Math.floor(Number(input.value) || 0)))
              : (this.work.hands[id]?.[option] ?? 0),
          );
        if (counts) this.keep({ ...this.work, hands: { ...this.work.hands, [id]: counts } });
        this.#results();
      });
    for (const field of this.#writtenFields())
      field.addEventListener('input', () => {
        const text = field.value.slice(0, 40_000);
        this.keep({
          ...this.work,
          written: { ...this.work.written, [String(field.dataset['written'])]: text },
        });
        this.#showWritten();
      });
    this.querySelector('[data-part="docx"]')?.addEventListener('click', () => void this.#docx());
    part(this, 'print').addEventListener('click', () => print());
    part(this, 'csv').addEventListener('click', () => this.#save());
  }

  #field = (name: Times) => this.querySelector<HTMLTextAreaElement>(`[data-part="${name}"]`);

  #handInputs = () => this.querySelectorAll<HTMLInputElement>('[data-hands]');

  #writtenFields = () => this.querySelectorAll<HTMLTextAreaElement>('[data-written]');

  /** Renders the handwritten answers as a list for printing. */
  #showWritten() {
    for (const field of this.#writtenFields()) {
      const list = this.querySelector(`[data-lines="${field.dataset['written'] ?? ''}"]`);
      const lines = field.value.split('\n').filter((line) => line.trim() !== '');
      list?.replaceChildren(
        ...lines.map((text) => {
          const line = document.createElement('li');
          line.dir = 'auto';
          line.textContent = text;
          return line;
        }),
      );
    }
  }

  async #docx() {
    const { src, title, none, failed } = part(this, 'docx').dataset;
    const [set] = this.#sets;
    if (set === undefined) return;
    const written = Array.from(this.#writtenFields(), (field) => ({
      question: String(field.dataset['question']),
      text: field.value,
    }));
    const sum = feedbackDocument(String(title), set, this.#ofForm(0), written, String(none));
    const isSaved = await saveDocx(String(src), this.keptAs.replace(':', '-'), sum);
    part(this, 'docx-said').textContent = isSaved ? '' : String(failed);
  }

  #type(name: Times, text: string) {
    this.keep({ ...this.work, [name]: text.slice(0, 40_000) });
    this.#results();
  }

  /** Appends the lines in a file to the existing ones. */
  async #add(name: Times, input: HTMLInputElement) {
    const text = await input.files?.[0]?.text().catch(() => '');
    input.value = '';
    if (text === undefined) return;
    this.#type(name, `${this.work[name].trimEnd()}\n${text.replace(/^\uFEFF/, '')}`.trimStart());
    this.show();
  }

  protected show() {
    for (const name of times) {
      const field = this.#field(name);
      if (field) field.value = this.work[name];
    }
    for (const input of this.#handInputs()) {
      const count =
        this.work.hands[String(input.dataset['hands'])]?.[Number(input.dataset['option'])];
      input.value = count === undefined || count === 0 ? '' : String(count);
    }
    for (const field of this.#writtenFields())
      field.value = this.work.written?.[String(field.dataset['written'])] ?? '';
    this.#showWritten();
    this.#results();
  }

  #read(name: Times) {
    const shapes: SetShape[] = this.#sets.map(({ board, questions }) => ({
      board,
      options: questions.map(({ options }) => options.length),
    }));
    return readLines(this.work[name], shapes, name === 'after' ? 1 : 0);
  }

  #answered = (name: Times): Answered[] =>
    this.#read(name).flatMap((each) => ('answered' in each ? [each.answered] : []));

  #ofForm(form: number): QuestionResult[] {
    const set = this.#sets[form];
    if (set === undefined) return [];
    const all = times.flatMap((name) => (this.#field(name) ? this.#answered(name) : []));
    return questionResults(
      set,
      all.filter((each) => each.form === form),
      this.work.hands,
    );
  }

  #gains(form: number) {
    const set = this.#sets[form];
    return set && this.#sets.length > 1
      ? questionGains(set, form, this.#answered('before'), this.#answered('after'))
      : [];
  }

  #results() {
    const read = times.flatMap((name) => (this.#field(name) ? this.#read(name) : []));
    const words = JSON.parse(String(this.dataset['problems'])) as Record<string, string>;
    part(this, 'refused').replaceChildren(
      ...read.flatMap((each) => {
        if (!('problem' in each)) return [];
        const line = document.createElement('li');
        line.textContent = interpolate(words[each.problem], { line: each.line, text: each.text });
        return [line];
      }),
    );
    const counted = part(this, 'counted');
    counted.textContent = interpolate(counted.dataset['words'], {
      count: read.filter((each) => 'answered' in each).length,
    });
    this.#sets.forEach((set, form) => {
      const results = this.#ofForm(form);
      results.forEach((result, number) => this.#row(`${form}.${number}`, result));
      const found = new Map(
        objectiveResults(set, results).map(({ objective, right }) => [objective, right]),
      );
      for (const place of this.querySelectorAll<HTMLElement>('[data-objective]')) {
        const right = found.get(place.dataset['objective'] ?? '');
        place.textContent =
          right === undefined ? String(place.dataset['none']) : formatPercent(right);
        place.classList.toggle('is-correct', right !== undefined);
      }
    });
    if (this.#sets.length < 2) return;
    showGain(this, groupGain(this.#sets, this.#answered('before'), this.#answered('after')));
    this.#sets.forEach((_, form) => showQuestionGains(this, form, this.#gains(form)));
  }

  #row(name: string, { chosen, none, right }: QuestionResult) {
    const cells = this.querySelectorAll<HTMLElement>(`[data-row="${name}"] [data-count]`);
    for (const cell of cells) {
      const which = cell.dataset['count'];
      cell.textContent =
        which === 'none'
          ? String(none)
          : which === 'right'
            ? right === undefined
              ? ''
              : formatPercent(right)
            : String(chosen[Number(which)] ?? '');
    }
  }

  #save() {
    const head = JSON.parse(String(this.dataset['columns'])) as string[];
    const options = head.length - (this.#sets.length > 1 ? 9 : 4);
    const short = (share: number | undefined) =>
      share === undefined ? undefined : Math.round(share * 1000) / 1000;
    const rows = this.#sets.flatMap((_, form) => {
      const gains = this.#gains(form);
      return this.#ofForm(form).map(({ chosen, none, right }, number) => {
        const { before, after, gain } = gains[number] ?? {};
        return [
          String.fromCharCode(65 + form),
          number + 1,
          ...Array.from({ length: options }, (__, place) => chosen[place]),
          none,
          short(right),
          ...(gain && before && after
            ? [before.right / before.all, after.right / after.all, gain.value, gain.low, gain.high]
            : []
          ).map(short),
        ];
      });
    });
    saveFile(`${this.keptAs.replace(':', '-')}.csv`, 'text/csv', csvFile(head, rows));
  }
}

customElements.define('workshop-answers', WorkshopAnswers);
