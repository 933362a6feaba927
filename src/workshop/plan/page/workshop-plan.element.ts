import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { newActionId } from '../../page/add-action.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { WorkElement } from '../../page/work-element.ts';
import {
  emptyAction,
  followUp,
  mergePlans,
  mostActions,
  type Plan,
  planSchema,
  putBack,
  withActions,
} from '../plan.ts';
import { planDocument, planTable, type PlanWords } from '../plan-exports.ts';
import { showActions } from './actions-form.ts';
import { showDifferences } from './show-differences.ts';

/** `<workshop-plan>`: the action plan of a group, the merged plans of groups, and progress since an earlier plan. */
class WorkshopPlan extends WorkElement<Plan> {
  protected readonly kind = 'plan';
  protected readonly schema = planSchema;
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
      const isFull = actions.length >= mostActions;
      part(this, 'add-said').textContent = isFull ? this.#full : '';
      if (isFull) return;
      this.change(withActions(this.work, [...actions, emptyAction(newActionId())]));
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
    const [term, state] = [named('terms'), named('states')];
    return {
      untitled: String(this.dataset['untitled']),
      columns: read('columns') as string[],
      differences: String(this.dataset['differ']),
      said: (value, group) =>
        interpolate(this.dataset['take'], {
          value,
          group: group || String(this.dataset['nameless']),
        }),
      term,
      state,
      value: (field, value) =>
        field === 'by' ? term(value) : field === 'state' ? state(value) : value,
    };
  }

  get #full(): string {
    return interpolate(this.dataset['full'], { most: mostActions });
  }

  protected show() {
    for (const name of ['title', 'group'] as const)
      (part(this, name) as HTMLInputElement).value = this.work[name];
    showActions(this, this.work.actions, {
      type: (change) => {
        this.keep(withActions(this.work, change(this.work.actions)));
        this.#showFollowed();
      },
      remove: (id, title) => {
        const { actions, differences = [] } = this.work;
        const place = actions.findIndex((each) => each.id === id);
        const gone = actions[place];
        this.change(
          withActions(
            this.work,
            actions.filter((each) => each.id !== id),
          ),
        );
        if (gone === undefined) return;
        const open = differences.filter(({ action }) => action === id);
        this.offerBack(title, (plan) => putBack(plan, gone, place, open), part(this, 'actions'));
      },
    });
    showDifferences(this, this.work, this.#words, (plan) => this.change(plan));
    this.#showFollowed();
  }

  async #merge(input: HTMLInputElement) {
    const { read, refused } = await this.readAll(input);
    const plans = read.map(({ work, name }) => ({ ...work, group: work.group || name }));
    const ownPlan = this.work.actions.length > 0 ? [this.work] : [];
    const said = part(this, 'said');
    said.textContent = refused.join(' ');
    if (plans.length === 0) return;
    const plan = mergePlans([...ownPlan, ...plans]);
    if (plan.actions.length > mostActions) {
      said.textContent = [...refused, this.#full].join(' ');
      return;
    }
    const groups = [...ownPlan, ...plans].map(({ group }) => group).filter((group) => group !== '');
    this.change({
      ...plan,
      title: this.work.title || plan.title,
      group: [...new Set(groups)].join(', ').slice(0, 300),
    });
    const merged = interpolate(this.dataset['merged'], {
      actions: plan.actions.length,
      differences: plan.differences.length,
    });
    said.textContent = [...refused, merged].join(' ');
  }

  async #follow(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    const then = file && (await this.read(file, part(this, 'then-said')));
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
