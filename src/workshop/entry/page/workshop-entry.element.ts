import { interpolate } from '../../../site/interpolate.ts';
import { formatPercent } from '../../../site/number-format.ts';
import { part } from '../../../site/query-part.ts';
import { addAction } from '../../page/add-action.ts';
import { WorkElement } from '../../page/work-element.ts';
import { type Aspect, aspectNames, aspects, everyPerson, type Person } from '../person.ts';
import { type EntryRule, type RuleSet, ruleSetSchema } from '../rule-set.ts';
import { type Entry, fateOf, smallestChange, whoGetsIn } from '../who-gets-in.ts';
import { showRules } from './rules-form.ts';

interface EntryWords {
  readonly gates: readonly string[];
  readonly aspects: Readonly<Record<Aspect, { name: string; values: Record<string, string> }>>;
}

/** `<workshop-entry>`: tests every kind of person against the rules that a group enters. */
class WorkshopEntry extends WorkElement<RuleSet> {
  protected readonly kind = 'entry-rules';
  protected readonly schema = ruleSetSchema;
  readonly #words = JSON.parse(String(this.dataset['words'])) as EntryWords;

  protected fresh(): RuleSet {
    return { route: '', rules: [] };
  }

  protected begin() {
    const country = part(this, 'country') as HTMLSelectElement;
    country.addEventListener('change', () => {
      const rulesText = country.selectedOptions[0]?.dataset['rules'];
      for (const note of this.querySelectorAll<HTMLElement>('[data-country]'))
        note.hidden = note.dataset['country'] !== country.value;
      if (rulesText === undefined) return;
      const { route, rules } = JSON.parse(rulesText) as RuleSet;
      this.change({
        route,
        rules: rules.map(({ name, gate, kind, facts }) => ({ name, gate, kind, facts })),
      });
    });
    const route = part(this, 'route') as HTMLInputElement;
    route.addEventListener('input', () =>
      this.keep({ ...this.work, route: route.value.slice(0, 160) }),
    );
    part(this, 'add').addEventListener('click', () => {
      const rule: EntryRule = { name: '', gate: 'pre-trial', kind: 'only', facts: {} };
      if (this.work.rules.length < 30)
        this.change({ ...this.work, rules: [...this.work.rules, rule] });
      part(this, 'rules').lastElementChild?.querySelector('input')?.focus();
    });
    for (const select of this.querySelectorAll('[data-aspect]'))
      select.addEventListener('change', () => this.#showOne());
    part(this, 'print').addEventListener('click', () => print());
    part(this, 'carry').addEventListener('click', () => this.#carry());
  }

  protected show() {
    (part(this, 'route') as HTMLInputElement).value = this.work.route;
    const put = (rules: EntryRule[]) => {
      this.keep({ ...this.work, rules });
      this.#showResult();
    };
    showRules(this, this.work.rules, put, (place) => this.#remove(place));
    this.#showResult();
  }

  #remove(place: number) {
    const { rules } = this.work;
    const gone = rules[place];
    const title = this.#ruleName(place);
    this.change({ ...this.work, rules: rules.filter((_, each) => each !== place) });
    if (gone === undefined) return;
    const back = ({ rules: now, ...work }: RuleSet): RuleSet => ({
      ...work,
      rules: [...now.slice(0, place), gone, ...now.slice(place)],
    });
    this.offerBack(title, back, part(this, 'rules'));
  }

  #showResult() {
    const { rules } = this.work;
    const entry = whoGetsIn(rules);
    const all = everyPerson.length;
    part(this, 'in').textContent = interpolate(this.dataset['in'], { in: entry.in, all });
    this.#showFaults(entry);
    part(this, 'gates').replaceChildren(
      ...entry.gates.map((count, gate) => row(this.#words.gates[gate] ?? '', [count], count / all)),
    );
    part(this, 'by-rule').replaceChildren(
      ...entry.rules.map((counts, place) => {
        const said = interpolate(this.dataset['stops'], counts);
        return row(this.#ruleName(place), [said], counts.all / all);
      }),
    );
    part(this, 'by-aspect').replaceChildren(
      ...aspectNames.flatMap((aspect) =>
        aspects[aspect].map((value) => {
          const kinds = entry.fates.filter(({ person }) => person[aspect] === value);
          const share = kinds.filter(({ by }) => by.length === 0).length / kinds.length;
          const { name, values } = this.#words.aspects[aspect];
          return row(`${name}: ${values[value] ?? ''}`, [formatPercent(share)], share);
        }),
      ),
    );
    this.#showOne();
  }

  #showFaults({ contradictions, closed, idle }: Entry) {
    const lines = [
      ...closed.map((place) => `${this.#ruleName(place)} ${this.dataset['closed'] ?? ''}`),
      ...contradictions.map(([one, other]) =>
        interpolate(this.dataset['contradiction'], {
          one: this.#ruleName(one),
          other: this.#ruleName(other),
        }),
      ),
      ...idle
        .filter(() => closed.length === 0)
        .map((place) => `${this.#ruleName(place)} ${this.dataset['idle'] ?? ''}`),
    ];
    part(this, 'faults').replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement('li');
        line.textContent = text;
        return line;
      }),
    );
  }

  get #person(): Person {
    const chosen = Array.from(
      this.querySelectorAll<HTMLSelectElement>('[data-aspect]'),
      (select) => [select.dataset['aspect'], select.value] as const,
    );
    return Object.fromEntries(chosen) as Person;
  }

  #showOne() {
    const { rules } = this.work;
    const fate = fateOf(rules, this.#person);
    part(this, 'fate').textContent =
      fate.gate === undefined
        ? String(this.dataset['getsIn'])
        : interpolate(this.dataset['shutOut'], { gate: this.#words.gates[fate.gate] ?? '' });
    part(this, 'carry').hidden = fate.gate === undefined;
    part(this, 'carry-said').textContent = '';
    part(this, 'changes').replaceChildren(
      ...this.#changes().map((text) => {
        const line = document.createElement('li');
        line.dir = 'auto';
        line.textContent = text;
        return line;
      }),
    );
  }

  /** The smallest change in words, with one sentence for each rule. */
  #changes(): string[] {
    const { rules } = this.work;
    const person = this.#person;
    return smallestChange(rules, person).map(({ rule, aspects: changed, lets }) => {
      const word = rules[rule]?.kind === 'only' ? 'takeIn' : 'drop';
      const values = changed
        .map((aspect) => this.#words.aspects[aspect].values[person[aspect]] ?? '')
        .join(', ');
      return interpolate(this.dataset[word], { rule: this.#ruleName(rule), values, lets });
    });
  }

  #carry() {
    const person = this.#person;
    const kind = aspectNames
      .map((aspect) => this.#words.aspects[aspect].values[person[aspect]])
      .join(', ');
    const isKept = addAction({
      gap: interpolate(this.dataset['gap'], { route: this.work.route, kind }),
      law: this.#changes().join('\n'),
    });
    part(this, 'carry-said').textContent = String(this.dataset[isKept ? 'carried' : 'notCarried']);
  }

  #ruleName(place: number): string {
    return (
      this.work.rules[place]?.name || interpolate(this.dataset['ruleName'], { number: place + 1 })
    );
  }
}

/** @param share 0 to 1, drawn as a bar */
function row(name: string, cells: readonly (string | number)[], share: number): HTMLElement {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.dir = 'auto';
  head.textContent = name;
  const bar = document.createElement('meter');
  bar.max = 1;
  bar.value = share;
  bar.setAttribute('aria-hidden', 'true');
  const drawn = document.createElement('td');
  drawn.append(bar);
  line.append(head, drawn);
  for (const cell of cells) line.insertCell().textContent = String(cell);
  return line;
}

customElements.define('workshop-entry', WorkshopEntry);
