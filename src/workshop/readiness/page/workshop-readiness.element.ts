import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { today } from '../../../site/today.ts';
import type { Block } from '../../docx/word-document.ts';
import { addAction } from '../../page/add-action.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { WorkElement } from '../../page/work-element.ts';
import {
  type AssessedArea,
  type Assessment,
  assessmentSchema,
  differences,
  gapsOf,
  resultOf,
} from '../self-assessment.ts';

/** `<workshop-readiness>`: a country's self-assessment by a group, and several groups side by side. */
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
    const docx = part(this, 'docx');
    docx.addEventListener('click', () => {
      const title = String(this.dataset['title']);
      void saveDocx(String(this.dataset['docx']), 'readiness', {
        title,
        blocks: [
          { kind: 'heading', level: 1, text: title },
          { kind: 'text', text: [this.work.group, this.work.date].join(' ').trim() },
          ...this.#blocks(),
        ],
      }).then((isSaved) => {
        part(this, 'carry-said').textContent = isSaved ? '' : (docx.dataset['failed'] ?? '');
      });
    });
    const files = part(this, 'group-files') as HTMLInputElement;
    files.addEventListener('change', () => void this.#addGroups(files));
  }

  async #addGroups(input: HTMLInputElement) {
    const { read, refused } = await this.readAll(input);
    const groups = read.map(({ work, name }) => ({ ...work, group: work.group || name }));
    this.#others = [...this.#others, ...groups];
    part(this, 'groups-said').textContent = refused.join(' ');
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
    part(this, 'result').replaceChildren(
      ...resultOf(this.#areas, this.work).map(({ area, mean, ...counts }) => {
        const row = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        head.textContent = this.#areaTitle(area);
        const drawn = document.createElement('td');
        if (mean === undefined) drawn.textContent = String(this.dataset['none']);
        else {
          const bar = document.createElement('meter');
          bar.max = 3;
          bar.value = mean;
          bar.setAttribute('aria-hidden', 'true');
          drawn.append(bar);
        }
        row.append(head, drawn);
        row.insertCell().textContent = interpolate(this.dataset['answered'], counts);
        return row;
      }),
    );
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
