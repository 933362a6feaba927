import { interpolate } from '../../../site/interpolate.ts';
import { numberFormat } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { fileNamePart, saveFile } from '../../../site/save-file.ts';
import type { Block } from '../../docx/word-document.ts';
import { addNewActions, newActionId } from '../../page/add-action.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { pictureOf, showDrawing } from '../../page/show-drawing.ts';
import { WorkElement } from '../../page/work-element.ts';
import { actionsOf } from '../actions-of.ts';
import type { ExerciseForm, FormTable } from '../exercise-form.ts';
import {
  addRow,
  emptyForm,
  type FilledForm,
  filledFormSchema,
  fitsForm,
  moveRow,
  mostRows,
  putBack,
  removeRow,
  rowsOf,
  setCell,
} from '../filled-form.ts';
import { formDocument, tableBlock, tableCsv } from '../form-exports.ts';
import { makeResult } from '../make-result.ts';
import { addGroup, differencesIn, settle } from '../merge-groups.ts';
import type { ResultWords } from '../results/result.ts';
import { showProducts, showRows } from './form-rows.ts';
import { elementsOf, fillTable } from './show-blocks.ts';
import { showDifferences } from './show-differences.ts';

const inWords = (number: number) => numberFormat.format(number);

/** `<workshop-exercise>`: the form of an exercise, its results, and the merged sheets of groups. */
class WorkshopExercise extends WorkElement<FilledForm> {
  readonly #id = String(this.dataset['exercise']);
  readonly #form = JSON.parse(String(this.dataset['form'])) as ExerciseForm;
  readonly #sentences = JSON.parse(String(this.dataset['sentences'])) as Record<string, string>;
  readonly #words: ResultWords = {
    sentence: (name, values = {}) => interpolate(this.#sentences[name], values),
    number: inWords,
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    wordings: JSON.parse(String(this.dataset['wordings'])) as ResultWords['wordings'],
  };
  protected readonly kind = `exercise:${this.#id}` as const;
  protected readonly schema = filledFormSchema;

  protected fresh(): FilledForm {
    // A table without given rows starts with one empty row.
    return this.#form.tables
      .filter(({ rows }) => rows.length === 0)
      .reduce((work, { id }) => addRow(this.#form, work, id, newActionId()), emptyForm);
  }

  protected override accepts(work: FilledForm): boolean {
    return fitsForm(this.#form, work);
  }

  /** Includes the name of the group, so that files of several groups do not overwrite each other. */
  protected override get fileName(): string {
    const group = fileNamePart(this.work.group);
    return `exercise-${this.#id}${group && `-${group}`}.json`;
  }

  #section = (table: FormTable): HTMLElement => {
    const section = this.querySelector<HTMLElement>(`[data-table="${table.id}"]`);
    if (section === null) throw new Error(`the page has no table "${table.id}"`);
    return section;
  };

  protected begin() {
    const group = part(this, 'group') as HTMLInputElement;
    group.addEventListener('input', () =>
      this.keep({ ...this.work, group: group.value.slice(0, 80) }),
    );
    for (const table of this.#form.tables) {
      const section = this.#section(table);
      part(section, 'add').addEventListener('click', () => {
        if (rowsOf(table, this.work).length < mostRows)
          this.change(addRow(this.#form, this.work, table.id, newActionId()));
        const last = part(section, 'rows').lastElementChild;
        last?.querySelector<HTMLElement>('[name]')?.focus();
      });
      part(section, 'csv').addEventListener('click', () =>
        saveFile(`${this.#id}-${table.id}.csv`, 'text/csv', tableCsv(table, this.work)),
      );
    }
    for (const button of this.querySelectorAll<HTMLElement>('[data-drawing]'))
      button.addEventListener('click', () => {
        const { drawing } = this.#results()[Number(button.dataset['drawing'])] ?? {};
        if (drawing !== undefined) saveFile(`${this.#id}.svg`, 'image/svg+xml', drawing);
      });
    part(this, 'print').addEventListener('click', () => print());
    part(this, 'docx').addEventListener('click', () => void this.#saveDocx());
    this.querySelector('[data-part="carry"]')?.addEventListener('click', () => this.#carry());
    const files = part(this, 'group-files') as HTMLInputElement;
    files.addEventListener('change', () => void this.#merge(files));
  }

  protected show() {
    (part(this, 'group') as HTMLInputElement).value = this.work.group;
    for (const table of this.#form.tables) this.#showTable(table);
    this.#showResults();
    this.#showGroups();
  }

  #showTable(table: FormTable) {
    const section = this.#section(table);
    showRows(this, section, table, rowsOf(table, this.work), {
      type: (row, column, text) => {
        this.keep(setCell(this.#form, this.work, row, column, text));
        const filled = rowsOf(table, this.work).find(({ id }) => id === row);
        const element = section.querySelector<HTMLElement>(`[data-row="${row}"]`);
        if (element && filled) showProducts(element, table, filled);
        this.#showResults();
      },
      remove: (row, title) => {
        const rows = rowsOf(table, this.work);
        const place = rows.findIndex(({ id }) => id === row);
        const gone = rows[place];
        const before = rows[place - 1]?.id;
        this.change(removeRow(this.work, row));
        if (gone && Object.keys(gone.cells).length > 0)
          this.offerBack(title, (work) => putBack(work, gone, before), part(section, 'rows'));
        part(section, 'add').focus();
      },
      move: (row, by, title) => {
        this.change(moveRow(this.#form, this.work, row, by));
        const place = rowsOf(table, this.work).findIndex(({ id }) => id === row);
        const element = section.querySelector<HTMLElement>(`[data-row="${row}"]`);
        const target = element?.querySelector<HTMLButtonElement>(
          `[data-move="${by < 0 ? 'up' : 'down'}"]`,
        );
        const other = element?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)');
        (target?.disabled === true ? other : target)?.focus();
        part(this, 'moved-said').textContent = interpolate(this.dataset['moved'], {
          title,
          number: place + 1,
        });
      },
    });
  }

  #results = () =>
    this.#form.results.map((result) => makeResult(result, this.#form, this.work, this.#words));

  #showResults() {
    for (const table of this.#form.tables) {
      const filled = part(this.#section(table), 'filled') as HTMLTableElement;
      fillTable(filled, tableBlock(table, this.work, inWords));
    }
    this.#results().forEach(({ blocks, drawing, upright }, place) => {
      const shown = this.querySelector<HTMLElement>(`[data-result="${place}"]`);
      if (drawing !== undefined && shown)
        showDrawing(shown, drawing, ...(upright === undefined ? [] : [upright]));
      else shown?.replaceChildren(...elementsOf(blocks));
    });
  }

  async #saveDocx() {
    const results = this.#results().map(async ({ blocks }, place): Promise<Block[]> => {
      const text = this.#form.results[place]?.title ?? '';
      const svg = this.querySelector<SVGSVGElement>(`[data-result="${place}"] > svg`);
      const picture = svg && (await pictureOf(svg, text));
      return [{ kind: 'heading', level: 2, text }, ...blocks, ...(picture ? [picture] : [])];
    });
    const blocks = (await Promise.all(results)).flat();
    const title = String(this.dataset['title']);
    const written = formDocument(title, this.#form, this.work, blocks, inWords);
    const isSaved = await saveDocx(String(this.dataset['docx']), this.#id, written);
    const said = part(this, 'said');
    said.textContent = isSaved ? '' : (part(this, 'docx').dataset['failed'] ?? '');
  }

  #carry() {
    const actions = actionsOf(this.#id, this.#form, this.work, inWords);
    const count = addNewActions(actions);
    part(this, 'said').textContent =
      count === undefined
        ? String(this.dataset['notCarried'])
        : actions.length === 0
          ? String(this.dataset['carriedNone'])
          : interpolate(this.dataset['carried'], { count, there: actions.length - count });
  }

  async #merge(input: HTMLInputElement) {
    const [added, again]: [string[], string[]] = [[], []];
    const said = part(this, 'merge-said');
    const { read, refused } = await this.readAll(input);
    said.textContent = refused.join(' ');
    for (const { work: sheet, name } of read) {
      const group = sheet.group || name.replace(/\.json$/, '').slice(0, 80);
      const before = this.work.groups.length;
      const work = addGroup(this.#form, this.work, { group, rows: sheet.rows });
      if (work.groups.length > 30 || !filledFormSchema.safeParse(work).success) {
        said.textContent += ` ${String(this.dataset['mergeFull'])}`;
        break;
      }
      (before > 0 && work.rows === this.work.rows ? again : added).push(group);
      this.change(work);
    }
    for (const [word, names] of [
      ['merged', added],
      ['mergedAgain', again],
    ] as const)
      if (names.length > 0)
        said.textContent += ` ${interpolate(this.dataset[word], { names: names.join(', ') })}`;
  }

  #showGroups() {
    const { groups } = this.work;
    part(this, 'group-names').replaceChildren(
      ...groups.map(({ group }, place) => {
        const line = document.createElement('li');
        line.dir = 'auto';
        line.textContent = group || this.#words.sentence('group', { number: place + 1 });
        return line;
      }),
    );
    const differences = differencesIn(this.#form, this.work);
    part(this, 'alike').hidden = groups.length < 2 || differences.length > 0;
    showDifferences(this, part(this, 'differences'), differences, (difference, text) =>
      this.change(settle(this.work, difference, text)),
    );
  }
}

customElements.define('workshop-exercise', WorkshopExercise);
