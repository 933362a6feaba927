import { marks } from '../search/marks.ts';
import {
  type Answer,
  type Hit,
  openIndex,
  search,
  type SearchIndex,
  spread,
} from '../search/query.ts';
import type { IndexFile } from '../search/section.ts';

/** Results shown at once. */
const pageful = 10;
/** Sections of one page before those of other pages. */
const perPage = 3;
/** Milliseconds without a keystroke before the list changes and is announced. */
const pause = 200;

type State = 'idle' | 'loading' | 'words' | 'close' | 'none' | 'unavailable';

/**
 * `<search-results>`: answers the query of the field `#q` and of `?q=`. Its words and the form of a
 * result come from the page: `data-count`, `-close`, `-none`, `-loading`, `-unavailable`, and by
 * `data-part`: `status`, `list`, `more`, `help`, and the template `result` with `link`, `heading`,
 * `title`, `excerpt`. `data-state` says how it stands. The index is loaded at the first query, by a
 * script element, which works from a disk and under `script-src 'self'`.
 */
class SearchResults extends HTMLElement {
  #index: SearchIndex | undefined;
  #isLoading = false;
  #hits: readonly Hit[] = [];
  #timer = 0;

  connectedCallback(): void {
    const field = document.querySelector<HTMLInputElement>('#q');
    if (!field) return;
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask(field.value);
    });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask(field.value), pause);
    });
    this.#part('more')?.addEventListener('click', () => this.#showMore());
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) field.value = asked;
    if (field.value) this.#ask(field.value);
  }

  #ask(query: string): void {
    clearTimeout(this.#timer);
    remember(query.trim());
    if (query.trim() === '') return this.#show('idle', '', []);
    if (!this.#index) return this.#load();
    const { how, hits }: Answer = search(this.#index, query);
    const values = { count: this.#number(hits.length), query: query.trim() };
    if (hits.length === 0) this.#show('none', this.#words('none', values), []);
    else {
      const words = this.#words(how === 'words' ? 'count' : 'close', values);
      this.#show(how, words, spread(hits, perPage));
    }
  }

  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#show('loading', this.#words('loading'), []);
    const script = document.createElement('script');
    script.src = this.dataset['index'] ?? '';
    const settle = (index: SearchIndex | undefined) => {
      this.#isLoading = false;
      this.#index = index;
      script.remove();
      const query = document.querySelector<HTMLInputElement>('#q')?.value ?? '';
      if (index) this.#ask(query);
      else this.#show('unavailable', this.#words('unavailable'), []);
    };
    script.addEventListener('load', () => settle(loaded()));
    script.addEventListener('error', () => settle(undefined));
    document.head.append(script);
  }

  #show(state: State, status: string, hits: readonly Hit[]): void {
    this.dataset['state'] = state;
    const line = this.#part('status');
    if (line) line.textContent = status;
    const help = this.#part('help');
    if (help) help.hidden = state !== 'none' && state !== 'unavailable';
    this.#hits = hits;
    this.#part('list')?.replaceChildren();
    this.#append();
  }

  /** Adds the next results. Returns the first of them. */
  #append(): Element | undefined {
    const list = this.#part('list');
    const from = list?.children.length ?? 0;
    const items = this.#hits.slice(from, from + pageful).map((hit) => this.#item(hit));
    list?.append(...items);
    const more = this.#part('more');
    if (more) more.hidden = from + items.length >= this.#hits.length;
    return list?.children[from];
  }

  #showMore(): void {
    this.#append()?.querySelector('a')?.focus();
  }

  #item({ section, terms }: Hit): DocumentFragment {
    const template = this.querySelector<HTMLTemplateElement>('template[data-part=result]');
    const item = document.importNode(template?.content ?? new DocumentFragment(), true);
    const part = (name: string) => item.querySelector<HTMLElement>(`[data-part=${name}]`);
    const fill = (name: string, text: string) => {
      if (text === '') part(name)?.remove();
      else part(name)?.replaceChildren(...marked(text, terms, this.#index?.language ?? ''));
    };
    const { href, title, heading, excerpt } = section;
    // The index lies in a folder of the site's root.
    const root = new URL('..', new URL(this.dataset['index'] ?? '', document.baseURI));
    part('link')?.setAttribute('href', new URL(href, root).href);
    fill('heading', heading || title);
    fill('title', heading ? title : '');
    fill('excerpt', excerpt);
    return item;
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`);
  }

  #words(name: string, values: Readonly<Record<string, string>> = {}): string {
    return (this.dataset[name] ?? '').replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  }

  #number(value: number): string {
    return value.toLocaleString(document.documentElement.lang || undefined);
  }
}

/** The index that the script left behind; undefined when it cannot be read. */
function loaded(): SearchIndex | undefined {
  const { atiSearch } = globalThis as unknown as { atiSearch?: IndexFile };
  try {
    return atiSearch && openIndex(atiSearch);
  } catch {
    // A file cut short on its way: the page says so, and the next query loads it anew.
    return undefined;
  }
}

function marked(text: string, terms: ReadonlySet<string>, language: string): Node[] {
  return marks(text, terms, language).map((piece) => {
    if (!piece.isMatch) return new Text(piece.text);
    const mark = document.createElement('mark');
    mark.textContent = piece.text;
    return mark;
  });
}

/** Keeps the query in the address, so that "back" from a result finds it again. */
function remember(query: string): void {
  try {
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  } catch {
    // Refused on some disks' addresses, and by Safari after many changes: only the convenience is lost.
  }
}

customElements.define('search-results', SearchResults);
