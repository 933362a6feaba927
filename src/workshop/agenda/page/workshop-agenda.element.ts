import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { WorkElement } from '../../page/work-element.ts';
import { readWorkFile, workFile } from '../../work-file.ts';
import { type Agenda, clockTime, fromClockTime, type Session } from '../agenda.ts';
import { type AgendaWords, timesOf } from '../agenda-exports.ts';
import { textOfLink } from '../agenda-link.ts';
import { planAgenda } from '../plan-agenda.ts';
import { type Length, type Part, type Wish, wishSchema } from '../wish.ts';
import { agendaTable, linkTo } from './agenda-table.ts';
import { course } from './course-id.ts';
import { fillSessions, showClock, takeNow } from './late-clock.ts';
import { offerExports } from './offer-exports.ts';
import { showParts } from './parts-list.ts';

/** `<workshop-agenda>`: computes an agenda from wishes at every change, and stores the wishes. */
class WorkshopAgenda extends WorkElement<Wish> {
  protected readonly kind = 'agenda';
  protected readonly schema = wishSchema;
  readonly #catalogue = new Map(
    Array.from(
      part(this, 'add').querySelectorAll<HTMLOptionElement>('[data-minutes]'),
      (option) => [option.value, option],
    ),
  );
  readonly #parts: readonly Part[] = Array.from(this.#catalogue, ([id, option]) => ({
    id,
    minutes: JSON.parse(String(option.dataset['minutes'])) as Part['minutes'],
  }));
  #agenda: Agenda = [];

  protected fresh(): Wish {
    return {
      ...{ title: '', audience: '', length: 'half-day', date: '' },
      ...{ start: 540, pause: 15, lunch: 60, parts: [] },
    };
  }

  protected begin() {
    const form = part(this, 'wishes') as HTMLFormElement;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLElement && target.hasAttribute('name')) this.#take(form);
    });
    const ready = part(this, 'ready') as HTMLSelectElement;
    ready.addEventListener('change', () => {
      const [chosen] = ready.selectedOptions;
      if (!chosen?.dataset['wish']) return;
      const { title, audience, length, parts } = JSON.parse(chosen.dataset['wish']) as Wish;
      this.change({ ...this.work, title, audience, length, parts });
      ready.value = '';
    });
    const add = part(this, 'add') as HTMLSelectElement;
    add.addEventListener('change', () => {
      if (add.value === '' || this.work.parts.length >= 40) return;
      this.change({ ...this.work, parts: [...this.work.parts, add.value] });
      add.value = '';
    });
    offerExports(this, () => ({ agenda: this.#agenda, words: this.#words, wish: this.work }));
    for (const name of ['which', 'at'])
      part(this, name).addEventListener('input', () => this.#showClock());
    part(this, 'now').addEventListener('click', () => {
      takeNow(this);
      this.#showClock();
    });
    this.#openLink();
  }

  /** Offers an agenda in the URL like a file, so that it never silently replaces the stored one. */
  #openLink() {
    const text = textOfLink(location.hash);
    if (text === undefined) return;
    const read = readWorkFile(text, { kind: 'agenda', course }, wishSchema);
    const said = part(this, 'file-said');
    if ('work' in read) {
      if (this.work.parts.length > 0) {
        const name = this.work.title || String(this.dataset['untitled']);
        const text = workFile({ kind: 'agenda', course }, name, this.work);
        saveFile(this.fileName, 'application/json', text);
      }
      this.keep(read.work);
    } else
      said.textContent = interpolate(said.dataset[read.problem.replace('-', '')], { name: '' });
    history.replaceState(undefined, '', location.pathname);
  }

  #take(form: HTMLFormElement) {
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    const number = (name: 'pause' | 'lunch', least: number, most: number) => {
      const entered = Math.round(Number(field(name).value));
      return entered >= least && entered <= most ? entered : this.work[name];
    };
    const date = field('date').value;
    this.keep({
      ...this.work,
      title: field('title').value.slice(0, 120),
      audience: field('audience').value.slice(0, 200),
      length: field('length').value as Length,
      date: /^(\d{4}-\d\d-\d\d)?$/.test(date) ? date : '',
      start: Math.min(20 * 60, fromClockTime(field('start').value) ?? this.work.start),
      pause: number('pause', 5, 45),
      lunch: number('lunch', 30, 120),
    });
    this.#showAgenda();
  }

  protected show() {
    const { work: wish } = this;
    const form = part(this, 'wishes') as HTMLFormElement;
    const values = { ...wish, start: clockTime(wish.start) };
    for (const name of ['title', 'audience', 'length', 'date', 'start', 'pause', 'lunch'] as const)
      (form.elements.namedItem(name) as HTMLInputElement).value = String(values[name]);
    const list = part(this, 'parts');
    showParts(list, wish.parts, this.#titleOf, this.dataset, {
      move: (parts, said) => {
        this.change({ ...this.work, parts });
        part(this, 'said').textContent = said;
      },
      remove: (place) => {
        const { parts } = this.work;
        const gone = parts[place];
        this.change({ ...this.work, parts: parts.filter((_, each) => each !== place) });
        part(this, 'said').textContent = '';
        if (gone === undefined) return;
        const back = ({ parts: now, ...work }: Wish): Wish => ({
          ...work,
          parts: [...now.slice(0, place), gone, ...now.slice(place)],
        });
        this.offerBack(this.#titleOf(gone), back, list);
      },
    });
    this.#showAgenda();
  }

  readonly #titleOf = (id: string) => this.#catalogue.get(id)?.textContent.trim() ?? id;

  get #words(): AgendaWords {
    const { dataset } = this;
    return {
      title: this.work.title || String(dataset['untitled']),
      audience: this.work.audience,
      columns: JSON.parse(String(dataset['columns'])) as string[],
      day: (number) => interpolate(dataset['day'], { number }),
      of: (session) => this.#sessionWords(session),
    };
  }

  #sessionWords({ kind, part: id, isContinued }: Session) {
    const option = this.#catalogue.get(id ?? '');
    if (kind !== 'part' || option === undefined)
      return { title: String(this.dataset[kind]), purpose: '', method: '', material: '' };
    const title = this.#titleOf(option.value);
    const { purpose = '', method = '', material = '' } = option.dataset;
    return isContinued
      ? {
          title: interpolate(this.dataset['continued'], { title }),
          purpose: '',
          method,
          material: '',
        }
      : { title, purpose, method, material };
  }

  #showAgenda() {
    const planned = planAgenda(this.work, this.#parts);
    const impossible = part(this, 'impossible');
    impossible.hidden = 'agenda' in planned;
    if ('drop' in planned)
      impossible.textContent = interpolate(this.dataset[planned.isAny ? 'dropAny' : 'dropAll'], {
        titles: planned.drop.map(this.#titleOf).join('; '),
      });
    this.#agenda = 'agenda' in planned ? planned.agenda : [];
    const isEmpty = this.#agenda.length === 0 || this.work.parts.length === 0;
    for (const name of ['agenda', 'clock']) part(this, name).hidden = isEmpty;
    const words = this.#words;
    part(this, 'agenda-title').textContent = words.title;
    part(this, 'agenda-audience').textContent = words.audience;
    part(this, 'days').replaceChildren(
      ...this.#agenda.map(({ sessions }, index) =>
        agendaTable(words, sessions, index + 1, (id) => this.#catalogue.get(id)?.dataset['href']),
      ),
    );
    this.#showPrints();
    fillSessions(this, this.#agenda, (session, day) => {
      const days = this.#agenda.length > 1 ? `${words.day(day + 1)} · ` : '';
      return `${days}${timesOf(session)} ${words.of(session).title}`;
    });
    this.#showClock();
  }

  /** Lists the pages to print for the sessions, each once. */
  #showPrints() {
    const prints = new Map(
      this.work.parts.flatMap((id) => {
        const found = this.#catalogue.get(id)?.dataset['prints'] ?? '[]';
        const pages = JSON.parse(found) as { readonly href: string; readonly text: string }[];
        return pages.map(({ href, text }) => [href, text] as const);
      }),
    );
    part(this, 'prints').replaceChildren(
      ...Array.from(prints, ([href, text]) => {
        const line = document.createElement('li');
        line.append(linkTo(href, text));
        return line;
      }),
    );
  }

  #showClock() {
    showClock(this, this.#agenda, (session) => this.#sessionWords(session).title);
  }
}

customElements.define('workshop-agenda', WorkshopAgenda);
