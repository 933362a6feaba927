import { interpolate } from '../../../site/interpolate.ts';
import { numberFormat } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { today } from '../../../site/today.ts';
import type { Block } from '../../docx/word-document.ts';
import { addAction } from '../../page/add-action.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { pictureOf, showDrawing } from '../../page/show-drawing.ts';
import { WorkElement } from '../../page/work-element.ts';
import { readinessPicture } from '../readiness-picture.ts';
import {
  type AssessedArea,
  type Assessment,
  assessmentSchema,
  differences,
  gapsOf,
  resultOf,
} from '../self-assessment.ts';

/** The highest level. */
const highest = 3;

const inWords = (mean: number) => numberFormat.format(Math.round(mean * 10) / 10);

/** `<workshop-readiness>`: a country's self-assessment by a group, and a comparison of several groups. */
class WorkshopReadiness extends WorkElement<Assessment> {
  protected readonly kind = 'readiness';
  protected readonly schema = assessmentSchema;
  readonly #areas = JSON.parse(String(this.dataset['areas'])) as AssessedArea[];
  #others: readonly Assessment[] = [];

  protected fresh(): Assessment {
    return { group: '', date: '', answers: {} };
  }

  protected begin() {
    const group = part(this, 'group') as HTMLInputElement;
    group.addEventListener('input', () =>
      this.keep({ ...this.work, group: group.value.slice(0, 80) }),
    );
    for (const item of this.#items())
      item.addEventListener('input', () => {
        const chosen = item.querySelector<HTMLInputElement>('input:checked');
        const evidence = item.querySelector('textarea')?.value.slice(0, 1000) ?? '';
        const id = String(item.dataset['item']);
        const level = chosen ? Number(chosen.value) : -1;
        if (!chosen && evidence === '') return;
        const answers = { ...this.work.answers, [id]: { level, evidence } };
        this.keep({ ...this.work, date: today(), answers });
        if (!chosen) this.show();
        else this.#showResult();
      });
    part(this, 'print').addEventListener('click', () => print());
    part(this, 'carry').addEventListener('click', () => this.#carry());
    part(this, 'docx').addEventListener('click', () => void this.#saveDocx());
    part(this, 'svg').addEventListener('click', () =>
      saveFile('readiness.svg', 'image/svg+xml', this.#picture()),
    );
    part(this, 'png').addEventListener('click', () => {
      void this.#png().then((picture) => {
        if (picture) saveFile('readiness.png', 'image/png', picture.png);
      });
    });
    const files = part(this, 'group-files') as HTMLInputElement;
    files.addEventListener('change', () => void this.#addGroups(files));
  }

  async #saveDocx() {
    const title = String(this.dataset['title']);
    const picture = await this.#png();
    const isSaved = await saveDocx(String(this.dataset['docx']), 'readiness', {
      title,
      blocks: [
        { kind: 'heading', level: 1, text: title },
        { kind: 'text', text: [this.work.group, this.work.date].join(' ').trim() },
        ...(picture ? [picture] : []),
        ...this.#blocks(),
      ],
    });
    const failed = String(part(this, 'docx').dataset['failed']);
    part(this, 'carry-said').textContent = isSaved ? '' : failed;
  }

  async #addGroups(input: HTMLInputElement) {
    const { read, refused } = await this.readAll(input);
    const groups = read.map(({ work, name }) => ({ ...work, group: work.group || name }));
    this.#others = [...this.#others, ...groups];
    part(this, 'groups-said').textContent = refused.join(' ');
    this.#showResult();
    this.#showGroups();
  }

  protected show() {
    (part(this, 'group') as HTMLInputElement).value = this.work.group;
    for (const item of this.#items()) {
      const answer = this.work.answers[String(item.dataset['item'])];
      for (const radio of item.querySelectorAll('input'))
        radio.checked = answer !== undefined && Number(radio.value) === answer.level;
      const evidence = item.querySelector('textarea');
      if (evidence) evidence.value = answer?.evidence ?? '';
    }
    this.#showResult();
    this.#showGroups();
  }

  #showResult() {
    const result = resultOf(this.#areas, this.work);
    const isAnswered = result.some(({ mean }) => mean !== undefined);
    this.querySelector('.picture-of-result')?.toggleAttribute('data-answered', isAnswered);
    showDrawing(part(this, 'picture'), this.#picture());
    part(this, 'result').replaceChildren(
      ...result.map(({ area, mean, ...counts }) => {
        const row = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        head.textContent = this.#areaTitle(area);
        row.append(head);
        row.insertCell().textContent =
          mean === undefined
            ? String(this.dataset['none'])
            : interpolate(this.dataset['mean'], { mean: inWords(mean), most: highest });
        row.insertCell().textContent = interpolate(this.dataset['answered'], counts);
        return row;
      }),
    );
  }

  /** The picture of the result as SVG, with a mark for each other group. */
  #picture(): string {
    const others = this.#others.map((other) => resultOf(this.#areas, other));
    const none = String(this.dataset['none']);
    const areas = resultOf(this.#areas, this.work).map(({ area, mean }, place) => ({
      ...{ title: this.#areaTitle(area), mean, none },
      others: others.flatMap((other) => other[place]?.mean ?? []),
    }));
    const levels = Array.from({ length: highest + 1 }, (_, number) =>
      interpolate(this.dataset['level'], { number }),
    );
    const direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
    return readinessPicture(areas, { title: String(this.dataset['result']), levels, direction });
  }

  /** The picture on the page as a PNG, for a document or a file. */
  async #png() {
    const svg = part(this, 'picture').querySelector('svg');
    return svg ? pictureOf(svg, String(this.dataset['result'])) : undefined;
  }

  #showGroups() {
    const all = [this.work, ...this.#others];
    const found = this.#others.length === 0 ? [] : differences(this.#areas, all);
    part(this, 'group-names').textContent = all
      .map(({ group }) => group)
      .filter((name) => name !== '')
      .join(', ');
    part(this, 'alike').hidden = this.#others.length === 0 || found.length > 0;
    part(this, 'group-heads').replaceChildren(
      ...(found.length === 0 ? [] : ['', ...all.map(({ group }) => group)]).map((name) => {
        const cell = document.createElement(name === '' ? 'td' : 'th');
        cell.textContent = name;
        return cell;
      }),
    );
    part(this, 'differences').replaceChildren(
      ...found.map(({ item, isWide }) => {
        const row = document.createElement('tr');
        row.classList.toggle('parted', isWide);
        const head = document.createElement('th');
        head.scope = 'row';
        head.textContent = this.#text(item);
        row.append(head);
        for (const { answers } of all) {
          const answer = answers[item];
          row.insertCell().textContent = answer ? this.#level(item, answer.level) : '';
        }
        return row;
      }),
    );
  }

  #carry() {
    const gaps = gapsOf(this.#areas, this.work);
    const kept = gaps.filter((item) => {
      const answer = this.work.answers[item];
      const level = answer ? this.#level(item, answer.level) : '';
      return addAction({ gap: `${this.#text(item)} ${level}` });
    });
    part(this, 'carry-said').textContent =
      kept.length < gaps.length
        ? String(this.dataset['notCarried'])
        : interpolate(this.dataset['carried'], { count: kept.length });
  }

  #blocks(): Block[] {
    const head = JSON.parse(String(this.dataset['columns'])) as string[];
    return this.#areas.flatMap(({ id, items }): Block[] => [
      { kind: 'heading', level: 2, text: this.#areaTitle(id) },
      {
        kind: 'table',
        head,
        rows: items.map((item) => {
          const answer = this.work.answers[item];
          const level = answer ? this.#level(item, answer.level) : '';
          return [this.#text(item), level, answer?.evidence ?? ''];
        }),
      },
    ]);
  }

  #items() {
    return this.querySelectorAll<HTMLElement>('[data-item]');
  }

  #item = (id: string) => this.querySelector<HTMLElement>(`[data-item="${id}"]`);

  #text = (id: string) => this.#item(id)?.querySelector('legend')?.textContent ?? id;

  #level = (id: string, level: number) =>
    this.#item(id)?.querySelector(`[value="${level}"] + span`)?.textContent ??
    String(this.dataset['unknown']);

  #areaTitle = (id: string) => this.querySelector(`[data-area="${id}"] h2`)?.textContent ?? id;
}

customElements.define('workshop-readiness', WorkshopReadiness);
