import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { pageFaults } from './page-faults.ts';

const pageOf = (main: string, { head = '<title>A page</title>', lang = 'en', beside = '' } = {}) =>
  new JSDOM(
    `<!doctype html><html lang="${lang}"><head>${head}</head><body><a href="#main">To the text</a>
    <header><nav aria-label="Course"><a href="a.html">Start</a></nav></header>
    <main id="main"><h1>A page</h1>${main}</main>${beside}<footer>The end</footer></body></html>`,
  ).window.document;

/** Rules that a page breaks. */
const broken = (page: Document) => pageFaults(page).map((fault) => fault.split(':')[0]);

describe('what words and ids can break of a page', () => {
  test('a page with all its names, lists, tables and fields is sound', () => {
    const page = pageOf(`<h2 id="part">A part</h2>
      <nav aria-label="On this page"><a href="#part">A part</a></nav>
      <section aria-labelledby="part"><p>Words, <a href="b.html"><img src="b.png" alt="a picture"></a>.</p></section>
      <ul><li>One</li></ul><dl><dt>A term</dt><dd>Its meaning</dd><div><dt>Another</dt><dd>Its own</dd></div></dl>
      <table><tr><th scope="col">Year</th></tr><tr><td>2026</td></tr></table>
      <form><label>Name <input></label><label for="age">Age</label><select id="age"><option>1</option></select>
      <button aria-label="Send, at once">Send</button><button><svg aria-hidden="true"></svg> Close</button></form>
      <h3 hidden></h3><h4 hidden>Later</h4><details><summary>More</summary><p lang="fr-CA">Oui</p></details>`);
    expect(pageFaults(page)).toEqual([]);
  });

  const parts: Readonly<Record<string, string>> = {
    'duplicate-id-aria': '<p id="a">one</p><p id="a">two</p>',
    'aria-valid-attr-value': '<p aria-describedby="nothing">one</p>',
    'skip-link': '<a href="#nothing">there</a>',
    'link-name': '<a href="b.html"><span aria-hidden="true">x</span></a>',
    'button-name': '<button> <svg></svg></button>',
    'summary-name': '<details><summary></summary>words</details>',
    'empty-heading': '<h2> </h2>',
    'empty-table-header': '<table><tr><th></th><td>1</td></tr></table>',
    'role-img-alt': '<svg role="img"></svg>',
    'aria-dialog-name': '<div role="dialog"></div>',
    'aria-meter-name': '<progress></progress>',
    'aria-toggle-field-name': '<span role="switch" aria-checked="true"></span>',
    'frame-title': '<iframe src="b.html"></iframe>',
    'image-alt': '<img src="b.png">',
    label: '<input name="a" placeholder="a word">',
    'form-field-multiple-labels': '<label for="a">One</label><label>Two <input id="a"></label>',
    'label-content-name-mismatch': '<button aria-label="Leave">Go away</button>',
    'image-redundant-alt': '<a href="b.html"><img src="b.png" alt="Home">Home</a>',
    'heading-order': '<h3>Too low</h3>',
    list: '<ul><p>words</p></ul>',
    listitem: '<li>words</li>',
    'definition-list': '<dl><dd>Its meaning</dd><dt>A term</dt></dl>',
    'scope-attr-valid': '<table><tr><th scope="left">Year</th><td>1</td></tr></table>',
    'landmark-unique': '<aside aria-label="Note">a</aside><aside aria-label="note">b</aside>',
    'landmark-no-duplicate-main': '<div role="main">words</div>',
    'landmark-banner-is-top-level': '<div role="banner">words</div>',
    'nested-interactive': '<button>Send <a href="b.html">it</a></button>',
    'aria-hidden-focus': '<p aria-hidden="true"><a href="b.html">x</a></p>',
    tabindex: '<p tabindex="2">words</p>',
    accesskeys: '<p><a href="b.html" accesskey="k">b</a><a href="c.html" accesskey="k">c</a></p>',
    'valid-lang': '<p lang="-english">words</p>',
  };

  test.for(Object.entries(parts))('%s is found', ([rule, main]) => {
    expect(broken(pageOf(main))).toContain(rule);
  });

  test('a page without language, title, first heading or main is found', () => {
    expect(broken(pageOf('', { lang: '' }))).toContain('html-has-lang');
    expect(broken(pageOf('', { head: '' }))).toContain('document-title');
    const page = pageOf('');
    page.querySelector('main')?.remove();
    expect(broken(page)).toEqual(
      expect.arrayContaining(['page-has-heading-one', 'landmark-one-main', 'skip-link']),
    );
  });

  test('words beside all landmarks are found, and those of a dialog or a status are not', () => {
    expect(broken(pageOf('', { beside: '<div><p>words</p></div>' }))).toEqual(['region']);
    const free = '<div role="status">Kept</div><dialog aria-label="Reading">words</dialog>';
    expect(broken(pageOf('', { beside: free }))).toEqual([]);
  });

  test('what scrolls must be reached by a key', () => {
    const scrolls = (attributes: string) => {
      const page = pageOf(`<div style="overflow: auto" ${attributes}>words</div>`);
      const box = page.querySelector('div');
      if (box) Object.defineProperty(box, 'scrollWidth', { value: 900 });
      return broken(page);
    };
    expect(scrolls('')).toEqual(['scrollable-region-focusable']);
    expect(scrolls('tabindex="0"')).toEqual([]);
  });
});
