import { describe, expect, test } from 'vitest';
import { readPage, writePage } from '../../src/html/html.ts';
import { styleFirstView } from '../../src/publish/first-view.ts';

const sheets = new Map([
  ['first', 'p{color:red}'],
  ['opening', 'h1{color:blue}'],
  ['start', 'h2{color:green}'],
]);
const link = (name: string, more = '') =>
  `<link rel="stylesheet" href="/assets/${name}.css"${more}>`;
const script = '<script defer src="/assets/page.js"></script>';

/** The head and the body of a page after the build. */
function styled(head: string, body: string): { head: string; body: string } {
  const page = readPage(`<!doctype html><head>${head}</head><body>${body}</body>`);
  styleFirstView(page, sheets);
  const [, written = '', rest = ''] =
    /<head>([^]*)<\/head><body>([^]*)<\/body>/.exec(writePage(page)) ?? [];
  return { head: written.replace(' defer=""', ' defer'), body: rest };
}

describe('the first view of a page (P68)', () => {
  const text = '<p>One</p><h2>Two</h2><p>Three <a class="term" href="#x">four</a></p>';

  test('is styled in the page, and the rest linked before what is more than text', () => {
    const { head, body } = styled(
      link('site') + link('lesson') + script,
      `<main><div class="text">${text}<h2>Five</h2><figure></figure></div></main>`,
    );
    expect(head).toBe(`<style>p{color:red}</style><noscript>${link('site')}</noscript>${script}`);
    expect(body).toBe(
      `<main><div class="text">${text}${link('later')}${link('lesson')}<h2>Five</h2><figure></figure></div></main>`,
    );
  });

  test('is all of a text that holds nothing else: the rest is linked after it', () => {
    const { body } = styled(
      link('site') + script,
      `<div class="text">${text}</div><footer></footer>`,
    );
    expect(body).toBe(`<div class="text">${text}</div>${link('later')}<footer></footer>`);
  });

  test('has a second sheet where the page names one, which then is linked for readers without scripts alone', () => {
    const { head, body } = styled(
      link('site', ' data-first="start"') + link('start') + script,
      '<h1>Title</h1><h2 data-later>Below</h2>',
    );
    expect(head).toBe(
      `<style>p{color:red}h2{color:green}</style><noscript>${link('site')}${link('start')}</noscript>${script}`,
    );
    expect(body).toBe(`<h1>Title</h1>${link('later')}<h2>Below</h2>`);
  });

  for (const [what, body] of [
    ['a page without a text', '<h1>Title</h1><form></form>'],
    ['a text that begins with more than text', '<div class="text"><figure></figure></div>'],
    [
      'a text that begins with a heading of it',
      '<div class="text"><h2>A</h2><figure></figure></div>',
    ],
    [
      'a text with a component inside a list',
      '<div class="text"><ul><li><x-y></x-y></li></ul></div>',
    ],
  ] as const)
    test(`of ${what} waits for the whole sheet, which is linked in the head`, () => {
      const head = link('site') + script;
      expect(styled(head, body)).toEqual({ head, body });
    });

  test('is left as it is on a page with a sheet that may style what stands above its text', () => {
    const head = link('site') + link('case') + script;
    const body = `<div class="text">${text}</div><footer></footer>`;
    expect(styled(head, body)).toEqual({ head, body });
  });

  test('is styled in the page where the page marks its end, whatever other sheets it links', () => {
    const { head, body } = styled(
      link('site') + link('case') + script,
      '<h1>Title</h1><case-player data-later></case-player>',
    );
    expect(head).toBe(`<style>p{color:red}</style><noscript>${link('site')}</noscript>${script}`);
    expect(body).toBe(`<h1>Title</h1>${link('later')}${link('case')}<case-player></case-player>`);
  });

  test('stays unchanged on a page without scripts, which needs the style', () => {
    const head = link('site') + link('lesson');
    const body = `<div class="text">${text}</div><footer></footer>`;
    expect(styled(link('site', ' data-first="opening"') + link('lesson'), body)).toEqual({
      head,
      body,
    });
  });

  test('needs a sheet that there is', () => {
    const head = link('site', ' data-first="case"') + script;
    expect(() => styled(head, '<h2 data-later>Below</h2>')).toThrow(/"case"/);
  });
});
