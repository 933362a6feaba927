import { describe, expect, test } from 'vitest';
import { contentsFile } from '../../src/publish/contents-file.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';

const names = { get: (path: string) => path };

/** The HTML of the contents that a file brings, made of these pages. */
async function contentsOf(pages: Readonly<Record<string, string>>): Promise<string> {
  const file = await contentsFile(
    tinyCourse,
    (path) => Promise.resolve(String(pages[path])),
    names,
  );
  const [, text = ''] = /^window\.atiContentsText=(.*);$/m.exec(file) ?? [];
  return (JSON.parse(text) as { html: string }).html;
}

const list = (title: string) =>
  `<ol class="toc"><li><a href="/en/one/${title}.html">A</a></li></ol>`;
const start = (inRow: string) =>
  `<div id="contents" data-contents="/assets/contents-en.js"><section data-module="one"><h3><a href="/en/one/introduction.html">One</a></h3><p data-long>Long</p>${inRow}</section></div>`;

describe('the contents in a drawer and as lists', () => {
  test('hold in each fold the list of the introduction, with links that lead from the file', async () => {
    const html = await contentsOf({
      'en/index.html': start(
        '<details><summary>2</summary><p class="on-screen"><a href="/en/one/introduction.html">Open</a></p></details>',
      ),
      'en/one/introduction.html': `<main><h1>One</h1>${list('a')}</main>`,
    });
    expect(html).toBe(
      '<div><section data-module="one"><h3><a href="../en/one/introduction.html">One</a></h3><details><summary>2</summary><ol class="toc"><li><a href="../en/one/a.html">A</a></li></ol></details></section></div>',
    );
  });

  test('hold the list that the start page of a small course has itself', async () => {
    const html = await contentsOf({
      'en/index.html': start(list('b')),
      'en/one/introduction.html': list('a'),
    });
    expect(html).toContain('href="../en/one/b.html"');
    expect(html).not.toContain('href="../en/one/a.html"');
  });
});
