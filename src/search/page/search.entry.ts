import '../../site/meet-reader.ts';
import { highlight } from '../highlight.ts';
import { addPart, type MissingParts, openIndex, type SearchIndex } from '../open-index.ts';
import { type IndexFile, partName, partOf } from '../parts.ts';
import { type Hit, search, shown, spread } from '../query.ts';
import type { ShownSection } from '../section.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import { onSend } from '../../site/on-send.ts';

/** Results shown at once. */
const pageful = 10;
/** Results that are shown before the parts of the others have come: one, so that it is there as soon as can be. */
const firstFew = 1;
/** Milliseconds without a keystroke before the list changes and is announced. */
const pause = 200;

type State = 'idle' | 'loading' | 'words' | 'close' | 'none' | 'unavailable';

/**
 * `<search-results>`: answers the query of the field `#q` and of `?q=`. Its words and the form of a result come from
 * the page: `data-count`, `-close`, `-guess`, `-none`, the name of each kind, `-loading`, `-unavailable`, and by
 * `data-part`: `status`, `list`, `more`, `help`, and the template `result` with `link`, `heading`, `title`,
 * `excerpt`. `data-state` says how it stands. `data-index` is the head of the index, whose parts lie beside it; what
 * a query needs of them is loaded by script elements, which works from a disk and under `script-src 'self'`.
 */
class SearchResults extends HTMLElement {
  #index: SearchIndex | undefined;
  #isLoading = false;
  #hits: readonly Hit[] = [];
  #timer = 0;

  connectedCallback(): void {
    const field = document.querySelector<HTMLInputElement>('#q');
    if (!field) return;
    if (field.form) onSend(field.form, () => this.#ask(field.value));
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask(field.value), pause);
    });
    this.addEventListener('change', () => this.#ask(field.value));
    this.#part('more')?.addEventListener('click', () => this.#extend(this.#count + pageful, true));
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) field.value = asked;
    if (field.value) this.#ask(field.value);
  }

  #ask(query: string): void {
    clearTimeout(this.#timer);
    remember(query.trim());
    if (query.trim() === '') return this.#show('idle', '');
    if (!this.#index) return this.#load([partName.head]);
    const answer = search(this.#index, query);
    if (answer.how === 'lack') return this.#load(answer.parts);
    const { how, guess = '', says } = answer;
    // A digit, as in the index; none for all.
    const kind = this.querySelector<HTMLInputElement>(':checked')?.value;
    const hits = answer.hits.filter(({ page }) => !kind || this.#index?.kinds[page] === kind);
    const best = spread(hits);
    const items = this.#items(best.slice(0, firstFew));
    if ('how' in items) return this.#load(items.parts);
    const count = hits.length.toLocaleString(this.#index.language);
    const values = { count, query: query.trim(), guess };
    const isNone = hits.length === 0;
    const words = isNone ? 'none' : how === 'words' ? 'count' : guess ? 'guess' : 'close';
    this.#show(isNone ? 'none' : how, says || this.#words(words, values), best, items);
    this.#extend(pageful);
  }

  /** Loads parts of the index, then does what they were needed for, or asks what stands in the field by then. */
  #load(parts: Iterable<string>, then?: () => void): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    // Once there are results, they stay until others take their place.
    if (this.#hits.length === 0) this.#show('loading', this.#words('loading'));
    const asked = document.querySelector<HTMLInputElement>('#q');
    const query = asked?.value;
    void Promise.all([...parts].map((part) => this.#take(part))).then((arrived) => {
      this.#isLoading = false;
      if (arrived.includes(false)) this.#show('unavailable', this.#words('unavailable'));
      else if (then && asked?.value === query) then();
      else this.#ask(asked?.value ?? '');
    });
  }

  /** Loads one part. Resolves to false when it does not arrive or cannot be read. */
  async #take(part: string): Promise<boolean> {
    try {
      const address = partOf(this.dataset['index'] ?? '', part);
      const file = await loadScriptGlobal<IndexFile>(address, 'atiSearch');
      if (part === partName.head) this.#index = openIndex(file);
      else if (this.#index) addPart(this.#index, part, file);
      return true;
    } catch {
      // A file that does not arrive, or cut short on its way: the page says so, and the next query loads it anew.
      return false;
    }
  }

  #show(
    state: State,
    status: string,
    hits: readonly Hit[] = [],
    items: readonly DocumentFragment[] = [],
  ): void {
    this.dataset['state'] = state;
    const line = this.#part('status');
    if (line) line.textContent = status;
    const help = this.#part('help');
    if (help) help.hidden = state !== 'none' && state !== 'unavailable';
    this.#hits = hits;
    this.#part('list')?.replaceChildren();
    this.#append(items);
  }

  /** Adds results. Returns the first of them. */
  #append(items: readonly DocumentFragment[]): Element | undefined {
    const list = this.#part('list');
    const from = this.#count;
    list?.append(...items);
    const more = this.#part('more');
    if (more) more.hidden = this.#count >= this.#hits.length;
    return list?.children[from];
  }

  /** Results that are shown. */
  get #count(): number {
    return this.#part('list')?.children.length ?? 0;
  }

  /** Adds results up to this many; what is needed for them is loaded first. */
  #extend(count: number, hasFocus = false): void {
    const items = this.#items(this.#hits.slice(this.#count, count));
    if ('how' in items) return this.#load(items.parts, () => this.#extend(count, hasFocus));
    const first = this.#append(items);
    if (hasFocus) first?.querySelector('a')?.focus();
  }

  #items(hits: readonly Hit[]): readonly DocumentFragment[] | MissingParts {
    const sections = this.#index ? shown(this.#index, hits) : [];
    if ('how' in sections) return sections;
    return sections.map((section, i) => this.#item(section, hits[i] as Hit));
  }

  #item({ href, title, heading, excerpt }: ShownSection, { terms, page }: Hit): DocumentFragment {
    const template = this.querySelector<HTMLTemplateElement>('template[data-part=result]');
    const item = document.importNode(template?.content ?? new DocumentFragment(), true);
    const part = (name: string) => item.querySelector<HTMLElement>(`[data-part=${name}]`);
    const fill = (name: string, text: string) => {
      if (text === '') part(name)?.remove();
      else part(name)?.replaceChildren(...highlighted(text, terms, this.#index?.language ?? ''));
    };
    // The index lies in a folder of the site's root.
    const root = new URL('..', new URL(this.dataset['index'] ?? '', document.baseURI));
    part('link')?.setAttribute('href', new URL(href, root).href);
    const kind = this.#index?.kinds[page] ?? '';
    fill('kind', this.dataset['kinds']?.split(', ')[+kind] ?? '');
    fill('heading', heading || title);
    fill('title', heading ? title : '');
    fill('excerpt', excerpt);
    return item;
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`);
  }

  #words(name: string, values: Readonly<Record<string, string>> = {}): string {
    return String(this.dataset[name]).replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  }
}

function highlighted(text: string, terms: ReadonlySet<string>, language: string): Node[] {
  return highlight(text, terms, language).map((piece) => {
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
