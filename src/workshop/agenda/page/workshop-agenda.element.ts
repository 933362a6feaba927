import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { WorkElement } from '../../page/work-element.ts';
import { readWorkFile, workFile } from '../../work-file.ts';
import { type Agenda, clockTime, fromClockTime, type Session } from '../agenda.ts';
import { agendaCalendar, agendaDocument, type AgendaWords, timesOf } from '../agenda-exports.ts';
import { linkWith, textOfLink } from '../agenda-link.ts';
import { planAgenda } from '../plan-agenda.ts';
import { afterEnd, minutesOfDay } from '../running-late.ts';
import { type Length, type Part, type Wish, wishSchema } from '../wish.ts';
import { showParts } from './parts-list.ts';

const course = String(document.documentElement.dataset['course']);

/** `<workshop-agenda>`: plans an agenda from wishes, anew at every change, and keeps the wishes. */
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
    this.#offerExports();
    for (const name of ['which', 'at'])
      part(this, name).addEventListener('input', () => this.#showClock());
    part(this, 'now').addEventListener('click', () => {
      const now = new Date();
      const at = part(this, 'at') as HTMLInputElement;
      at.value = clockTime(now.getHours() * 60 + now.getMinutes());
      this.#showClock();
    });
    this.#openLink();
  }

  /** An agenda that came in the address is offered like a file; what is kept is not lost without a word. */
  #openLink() {
    const text = textOfLink(location.hash);
    if (text === undefined) return;
    const read = readWorkFile(text, { kind: 'agenda', course }, wishSchema);
    const said = part(this, 'file-said');
    if ('work' in read) {
      if (this.work.parts.length === 0) this.keep(read.work);
      else {
        const name = this.work.title || String(this.dataset['untitled']);
        saveFile(
          this.fileName,
          'application/json',
          workFile({ kind: 'agenda', course }, name, this.work),
        );
        this.keep(read.work);
      }
    } else
      said.textContent = interpolate(said.dataset[read.problem.replace('-', '')], { name: '' });
    history.replaceState(undefined, '', location.pathname);
  }

  #take(form: HTMLFormElement) {
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    const number = (name: 'pause' | 'lunch', least: number, most: number) => {
      const given = Math.round(Number(field(name).value));
      return given >= least && given <= most ? given : this.work[name];
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
      ...this.#agenda.map(({ sessions }, index) => this.#table(words, sessions, index)),
    );
    this.#showPrints();
    const which = part(this, 'which') as HTMLSelectElement;
    const chosen = which.value;
    which.replaceChildren(
      ...this.#agenda.flatMap(({ sessions }, day) =>
        sessions.map((session, place) => {
          const days = this.#agenda.length > 1 ? `${words.day(day + 1)} · ` : '';
          const title = `${days}${timesOf(session)} ${words.of(session).title}`;
          return new Option(title, `${day}:${place}`);
        }),
      ),
    );
    which.value = chosen;
    if (which.selectedIndex < 0) which.selectedIndex = 0;
    this.#showClock();
  }

  /** What is printed for the sessions, each page once. */
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
        const link = document.createElement('a');
        link.href = href;
        link.textContent = text;
        line.append(link);
        return line;
      }),
    );
  }

  #table({ columns, day, of }: AgendaWords, sessions: readonly Session[], index: number): Node {
    const table = document.createElement('table');
    table.createCaption().textContent = day(index + 1);
    const head = table.createTHead().insertRow();
    for (const column of columns) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = column;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const session of sessions) {
      const row = body.insertRow();
      row.className = session.kind;
      const { title, purpose, method, material } = of(session);
      const name = document.createElement('th');
      name.scope = 'row';
      const href = this.#catalogue.get(session.part ?? '')?.dataset['href'];
      if (href === undefined) name.textContent = title;
      else {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = title;
        name.append(link);
      }
      row.insertCell().textContent = timesOf(session);
      row.append(name);
      for (const text of [purpose, method, material]) row.insertCell().textContent = text;
    }
    return table;
  }

  #showClock() {
    const [day = 0, place = 0] = (part(this, 'which') as HTMLSelectElement).value
      .split(':')
      .map(Number);
    const at = fromClockTime((part(this, 'at') as HTMLInputElement).value);
    const planned = this.#agenda[day];
    const said = part(this, 'clock-said');
    const list = part(this, 'shifted');
    said.textContent = '';
    list.replaceChildren();
    const ended = planned?.sessions[place];
    if (at === undefined || planned === undefined || ended === undefined) return;
    const { day: shifted, over } = afterEnd(planned, place, minutesOfDay(ended, at));
    said.textContent =
      over > 0
        ? interpolate(this.dataset['over'], { minutes: over })
        : String(this.dataset['inTime']);
    list.replaceChildren(
      ...shifted.sessions.slice(place + 1).map((session) => {
        const line = document.createElement('li');
        line.textContent = `${timesOf(session)} ${this.#sessionWords(session).title}`;
        return line;
      }),
    );
  }

  #offerExports() {
    const said = part(this, 'export-said');
    const tell = (text: string | undefined) => (said.textContent = text ?? '');
    part(this, 'print').addEventListener('click', () => print());
    const docx = part(this, 'docx');
    docx.addEventListener('click', () => {
      const written = agendaDocument(this.#agenda, this.#words);
      void saveDocx(String(this.dataset['docx']), 'agenda', written).then((isSaved) =>
        tell(isSaved ? '' : docx.dataset['failed']),
      );
    });
    const ics = part(this, 'ics');
    ics.addEventListener('click', () => {
      const { date } = this.work;
      tell(date === '' ? ics.dataset['noDate'] : '');
      if (date === '') return;
      const file = agendaCalendar(this.#agenda, this.#words, date, course, new Date());
      saveFile('agenda.ics', 'text/calendar', file);
    });
    const link = part(this, 'link');
    link.addEventListener('click', () => {
      const [page = ''] = location.href.split('#');
      const text = part(this, 'link-text') as HTMLInputElement;
      text.hidden = false;
      text.value = linkWith(page, workFile({ kind: 'agenda', course }, '', this.work));
      text.focus();
      text.select();
      tell(link.dataset['shown']);
    });
  }
}

customElements.define('workshop-agenda', WorkshopAgenda);
