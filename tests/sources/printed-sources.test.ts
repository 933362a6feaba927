// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bringSources, canBringSources } from '../../src/sources/page/bring-sources.ts';
import { listSources } from '../../src/sources/page/list-sources.ts';
import type { SourcesText } from '../../src/sources/page/sources-file.ts';

const source = (title: string, container = '') => ({
  ...{ title, container, by: 'UN (1990)', kind: 'Rules' },
  url: `https://example.org/${title.toLowerCase()}`,
});
const text: SourcesText = {
  ...{ close: 'Close', more: 'More', onPage: 'Sources of this page' },
  sources: { tokyo: source('Tokyo'), beijing: source('Beijing', 'Resolution 40/33') },
};

const cite = (id: string, words: string) =>
  `<a class="cite" href="../sources.html#${id}"><bdi>${words}</bdi></a>`;
const lesson = `<main><div class="text"><p>One.${cite('beijing', 'Beijing Rules')} Two.${cite('tokyo', 'Tokyo Rules, rule 3.4')}</p></div>
  <section class="key-of-answers"><p>${cite('tokyo', 'Tokyo Rules, rule 8')}${cite('tokyo', 'Tokyo Rules, rule 3.4')}${cite('gone', 'Gone')}</p></section>
  <nav class="turn"></nav></main>`;

const items = () =>
  Array.from(document.querySelectorAll('main > .on-paper li'), ({ textContent }) => textContent);

beforeEach(() => {
  document.body.innerHTML = lesson;
  document.documentElement.dataset['sources'] = '../assets/sources-en.js';
});
afterEach(() => {
  vi.useRealTimers();
  document.head.replaceChildren();
});

describe('what a page cites, on its print', () => {
  test('stands with its address before the way on, each once, in the order of the text', () => {
    listSources(text);
    expect(items()).toEqual([
      'Beijing Rules. UN (1990). Beijing. Resolution 40/33. https://example.org/beijing',
      'Tokyo Rules, rule 3.4; Tokyo Rules, rule 8. UN (1990). Tokyo. https://example.org/tokyo',
    ]);
    expect(document.querySelector('main > .on-paper h2')?.textContent).toBe('Sources of this page');
    expect(document.querySelector('main')?.lastElementChild?.className).toBe('turn');
    listSources(text);
    expect(items()).toHaveLength(2);
  });

  test('is not listed on a page that cites nothing', () => {
    document.body.innerHTML = '<main><div class="text"><p>One.</p></div></main>';
    listSources(text);
    expect(document.querySelector('.on-paper')).toBeNull();
    expect(canBringSources()).toBe(false);
  });

  test('is brought before a print, once', async () => {
    const brought = bringSources();
    const [script] = document.head.querySelectorAll('script');
    expect(script?.src).toMatch(/assets\/sources-en\.js$/);
    listSources(text);
    Object.assign(window, { atiShowSource: () => true });
    script?.dispatchEvent(new Event('load'));
    await brought;
    expect(items()).toHaveLength(2);
    await bringSources();
    expect(document.head.querySelector('script')).toBeNull();
  });

  test('keeps no print waiting: not where it cannot be had, and not for long on a slow line', async () => {
    const refused = bringSources();
    document.head.querySelector('script')?.dispatchEvent(new Event('error'));
    await refused;
    vi.useFakeTimers();
    const slow = bringSources();
    await vi.advanceTimersByTimeAsync(5000);
    await slow;
    delete document.documentElement.dataset['sources'];
    document.head.replaceChildren();
    await bringSources();
    expect(document.head.querySelector('script')).toBeNull();
  });
});
