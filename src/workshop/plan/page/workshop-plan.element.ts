import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { newActionId } from '../../page/add-action.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { WorkElement } from '../../page/work-element.ts';
import {
  actionFields,
  emptyAction,
  followUp,
  mergePlans,
  type Plan,
  type PlanDifference,
  planSchema,
} from '../plan.ts';
import { planDocument, planTable, type PlanWords } from '../plan-exports.ts';
import { showActions } from './actions-form.ts';

/** `<workshop-plan>`: the action plan of a group, plans of groups as one, and what moved since. */
class WorkshopPlan extends WorkElement<Plan> {
  protected readonly kind = 'plan';
  protected readonly schema = planSchema;
  #differences: readonly PlanDifference[] = [];
  #then: Plan | undefined;

  protected fresh(): Plan {
    return { title: '', group: '', actions: [] };
  }

  protected begin() {
    for (const name of ['title', 'group'] as const) {
      const field = part(this, name) as HTMLInputElement;
      field.addEventListener('input', () =>
        this.keep({ ...this.work, [name]: field.value.slice(0, 300) }),
      );
    }
    part(this, 'add').addEventListener('click', () => {
      const { actions } = this.work;
      if (actions.length < 120)
        this.change({ ...this.work, actions: [...actions, emptyAction(newActionId())] });
      const last = part(this, 'actions').lastElementChild;
      last?.querySelector<HTMLElement>('textarea')?.focus();
    });
    part(this, 'print').addEventListener('click', () => print());
    const docx = part(this, 'docx');
    docx.addEventListener('click', () => {
      const written = planDocument(this.work, this.#words);
      void saveDocx(String(this.dataset['docx']), 'action-plan', written).then((isSaved) => {
        part(this, 'said').textContent = isSaved ? '' : (docx.dataset['failed'] ?? '');
      });
    });
    part(this, 'csv').addEventListener('click', () =>
      saveFile('action-plan.csv', 'text/csv', planTable(this.work, this.#words)),
    );
    const files = part(this, 'group-files') as HTMLInputElement;
    files.addEventListener('change', () => void this.#merge(files));
    const then = part(this, 'then-file') as HTMLInputElement;
    then.addEventListener('change', () => void this.#follow(then));
  }

  get #words(): PlanWords {
    const read = (name: string) => JSON.parse(String(this.dataset[name])) as unknown;
    const named = (name: string) => {
      const words = read(name) as Record<string, string>;
      return (key: string) => words[key] ?? key;
    };
    return {
      untitled: String(this.dataset['untitled']),
      columns: read('columns') as string[],
      term: named('terms'),
      state: named('states'),
    };
  }

  protected show() {
    for (const name of ['title', 'group'] as const)
      (part(this, name) as HTMLInputElement).value = this.work[name];
    showActions(this, this.work.actions, (change, isNew) => {
      const plan = { ...this.work, actions: change(this.work.actions) };
      if (isNew) this.change(plan);
      else this.keep(plan);
      this.#showFollowed();
    });
    this.#showDifferences();
    this.#showFollowed();
  }

  async #merge(input: HTMLInputElement) {
    const plans: Plan[] = [];
    for (const file of input.files ?? []) {
      const plan = await this.read(file);
      if (plan) plans.push({ ...plan, group: plan.group || file.name });
    }
    input.value = '';
    if (plans.length === 0) return;
    const own = this.work.actions.length > 0 ? [this.work] : [];
    const { plan, differences } = mergePlans([...own, ...plans]);
    this.#differences = differences;
    this.change({
      ...plan,
      group: [...own, ...plans]
        .map(({ group }) => group)
        .join(', ')
        .slice(0, 300),
    });
    part(this, 'said').textContent = interpolate(this.dataset['merged'], {
      actions: plan.actions.length,
      differences: differences.length,
    });
  }

  /** Each difference with what the groups wrote; pressing one of them takes it. */
  #showDifferences() {
    const { columns, term, state } = this.#words;
    const names = [...actionFields, 'by', 'state'] as const;
    const inWords = (field: string, value: string) =>
      field === 'by' ? term(value) : field === 'state' ? state(value) : value;
    part(this, 'differences').replaceChildren(
      ...this.#differences.map((difference) => {
        const { action, field, said } = difference;
        const line = document.createElement('li');
        const place = this.work.actions.findIndex(({ id }) => id === action);
        const number = interpolate(this.dataset['action'], { number: place + 1 });
        line.append(`${number}, ${columns[names.indexOf(field)] ?? field}: `);
        for (const { group, value } of said) {
          const take = document.createElement('button');
          take.type = 'button';
          take.className = 'quiet';
          take.dir = 'auto';
          take.textContent = interpolate(this.dataset['take'], {
            value: inWords(field, value),
            group: group || String(this.dataset['nameless']),
          });
          take.addEventListener('click', () => {
            this.#differences = this.#differences.filter((each) => each !== difference);
            this.change({
              ...this.work,
              actions: this.work.actions.map((each) =>
                each.id === action ? { ...each, [field]: value } : each,
              ),
            });
          });
          line.append(take, ' ');
        }
        return line;
      }),
    );
  }

  async #follow(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    const then = file && (await this.read(file));
    input.value = '';
    if (then === undefined) return;
    this.#then = then;
    this.#showFollowed();
  }

  #showFollowed() {
    const { state } = this.#words;
    const rows = this.#then === undefined ? [] : followUp(this.#then, this.work);
    part(this, 'followed').replaceChildren(
      ...rows.map(({ action, was, hasMoved }) => {
        const row = document.createElement('tr');
        row.classList.toggle('parted', hasMoved);
        const head = document.createElement('th');
        head.scope = 'row';
        head.dir = 'auto';
        head.textContent = action.action || action.objective || action.gap;
        row.append(head);
        row.insertCell().textContent = action.who;
        const word = was === undefined ? 'new' : hasMoved ? 'moved' : 'same';
        row.insertCell().textContent = interpolate(this.dataset[word], {
          was: state(was?.state ?? ''),
          is: state(action.state),
        });
        return row;
      }),
    );
  }
}

customElements.define('workshop-plan', WorkshopPlan);
