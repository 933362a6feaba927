// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encode } from '../../src/search/index-file.ts';
import { type IndexFile, type IndexHead, partName } from '../../src/search/parts.ts';
import { sections } from '../fixtures/search/loaded.ts';
import '../../src/search/page/search.entry.ts';

const files = encode(sections, 'en');
const head = files.get(partName.head) as IndexHead;

const markup = `
<form action="search.html"><input id="q" name="q"></form>
<search-results data-index="../assets/search-en.js" data-count="Results: {count}" data-close="Close: {count}" data-guess="Guess: {count}"
  data-none="Nothing for “{query}”." data-loading="Loading" data-unavailable="Not loaded">
  <p role="status" data-part="status"></p>
  <ol data-part="list"></ol>
  <button data-part="more" hidden>More</button>
  <div data-part="help" hidden>Help</div>
  <template data-part="result"><li><a data-part="link"><b data-part="heading"></b></a>
    <span data-part="title"></span><p data-part="excerpt"></p></li></template>
</search-results>`;

const get = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};
const field = () => get('#q') as HTMLInputElement;
const state = () => get('search-results').dataset['state'];
const status = () => get('[data-part=status]').textContent;
const items = () => [...document.querySelectorAll('li')];

const open = (address = '/en/search.html') => {
  history.replaceState(null, '', address);
  document.body.innerHTML = markup;
};
const type = (query: string) => {
  field().value = query;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  vi.runAllTimers();
};
const scripts = () => [...document.head.querySelectorAll('script')];
/** The browser ran a script of the index, or could not. */
const arrive = (content: unknown, event = 'load', script = scripts()[0]) => {
  if (content !== undefined) Object.assign(globalThis, { atiSearch: content });
  script?.dispatchEvent(new Event(event));
  return vi.runAllTimersAsync();
};
const partOfScript = ({ src }: HTMLScriptElement) =>
  /search-en(.*)\.js$/.exec(src)?.[1] ?? 'none of the index';
/** The browser ran every script that was asked for, until no more was. Returns the names of the parts. */
const arriveAll = async (): Promise<string[]> => {
  const [script] = scripts();
  if (!script) return [];
  const part = partOfScript(script);
  await arrive(files.get(part) satisfies IndexFile | undefined, 'load', script);
  return [part, ...(await arriveAll())];
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.head.replaceChildren();
});

describe('the index', () => {
  test('is not loaded before something is asked', () => {
    open();
    expect(scripts()).toEqual([]);
    expect(state()).toBeUndefined();
  });

  test('is loaded by script elements, its head first, and each part once (P34, P36)', async () => {
    open();
    type('na');
    type('nal');
    expect(scripts().map(({ src }) => src)).toEqual(['http://localhost:3000/assets/search-en.js']);
    expect([state(), status()]).toEqual(['loading', 'Loading']);
    const parts = await arriveAll();
    expect(state()).toBe('words');
    type('nalo');
    parts.push(...(await arriveAll()));
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.length).toBeLessThan(files.size);
  });

  test('answers what stands in the field once a part has arrived', async () => {
    open();
    type('consent');
    field().value = 'naloxone';
    await arriveAll();
    expect(items()[0]?.querySelector('a')?.hash).toBe('#naloxone');
  });

  test.each([
    ['does not arrive', undefined, 'error'],
    ['leaves nothing behind', undefined, 'load'],
    ['is cut short', { ...head, sections: '' }, 'load'],
    ['is something else', 'text', 'load'],
  ])(
    'that %s is said, with other ways, and loaded anew at the next query',
    async (_, content, event) => {
      open();
      type('naloxone');
      await arrive(content, event);
      expect([state(), status(), get('[data-part=help]').hidden]).toEqual([
        'unavailable',
        'Not loaded',
        false,
      ]);
      type('naloxon');
      await arriveAll();
      expect([state(), get('[data-part=help]').hidden]).toEqual(['words', true]);
    },
  );

  test.each(['-t', '-s'])(
    'a part %s of which does not arrive is said, and asked for again',
    async (kind) => {
      open();
      type('naloxone');
      let script = scripts()[0];
      for (; script && !partOfScript(script).startsWith(kind); [script] = scripts())
        await arrive(files.get(partOfScript(script)), 'load', script);
      await arrive(undefined, 'error', script);
      await arriveAll();
      expect(state()).toBe('unavailable');
      type('naloxon');
      await arriveAll();
      expect(state()).toBe('words');
    },
  );
});

describe('results', () => {
  const ask = async (query: string) => {
    open();
    type(query);
    await arriveAll();
  };

  test('lead to the section, name its page and mark what was asked', async () => {
    await ask('naloxone');
    expect(status()).toMatch(/^Results: \d+$/);
    const [first] = items();
    expect(first?.querySelector('a')?.href).toBe('http://localhost:3000/en/glossary.html#naloxone');
    expect(first?.querySelector('a')?.innerHTML).toContain('<mark>Naloxone</mark>');
    expect(first?.querySelector('[data-part=title]')?.textContent).toBe('Glossary');
  });

  test('of a page itself show its title once', async () => {
    await ask('bus station');
    expect(items()[0]?.querySelector('a')?.textContent).toBe('The bus station');
    expect(items()[0]?.querySelector('[data-part=title]')).toBeNull();
  });

  test('that are only close are announced as such', async () => {
    await ask('naloxne');
    expect([state(), status()]).toEqual(['close', expect.stringMatching(/^(?:Close|Guess): \d$/)]);
  });

  test('are shown ten at a time, and the focus goes to the first new one', async () => {
    await ask('person');
    expect(items()).toHaveLength(10);
    const more = get('[data-part=more]');
    expect(more.hidden).toBe(false);
    more.click();
    await arriveAll();
    expect(items().length).toBeGreaterThan(10);
    expect(document.activeElement).toBe(items()[10]?.querySelector('a'));
    expect(more.hidden).toBe(true);
  });

  test('that do not exist are said so, with the query as text and with help', async () => {
    await ask('<img src=x>zzzz');
    expect([state(), status()]).toEqual(['none', 'Nothing for “<img src=x>zzzz”.']);
    expect([items(), get('[data-part=help]').hidden]).toEqual([[], false]);
  });

  test('go when the field is emptied', async () => {
    await ask('naloxone');
    type(' ');
    expect([state(), status(), items()]).toEqual(['idle', '', []]);
  });
});

describe('the address', () => {
  test('asks on arrival, as the form of another page wrote it', async () => {
    open('/en/search.html?q=3%284%29%28d%29');
    await arriveAll();
    expect(field().value).toBe('3(4)(d)');
    expect(items()[0]?.querySelector('a')?.hash).toBe('#the-treaties');
  });

  test('keeps the query without a page load', () => {
    open();
    type('art. 3');
    expect(location.search).toBe('?q=art.+3');
    type('');
    expect(location.search).toBe('');
  });

  test('may refuse to be changed', async () => {
    open();
    const replace = vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    type('naloxone');
    await arriveAll();
    expect(replace).toHaveBeenCalled();
    expect(state()).toBe('words');
    replace.mockRestore();
  });

  test('stays when the form is sent on this page', async () => {
    open();
    field().value = 'naloxone';
    const sent = new Event('submit', { cancelable: true });
    get('form').dispatchEvent(sent);
    expect(sent.defaultPrevented).toBe(true);
    await arriveAll();
    expect(state()).toBe('words');
  });
});
