import { expect, test } from 'vitest';
import { relativeUrls } from '../../src/publish/relative-urls.ts';

const names = new Map([['assets/site.css', 'assets/site-1a2b3c4d.css']]);
const body = (html: string, page = 'en/pre-arrest/a.html') =>
  /<body>(.*)<\/body>/s.exec(relativeUrls(`<!doctype html><body>${html}`, page, names))?.[1];

test('a URL that starts at the root becomes relative to its page (P33)', () => {
  expect(body('<a href="/en/pre-arrest/b.html">b</a>')).toBe('<a href="b.html">b</a>');
  expect(body('<a href="/en/glossary.html#flag">g</a>')).toBe(
    '<a href="../glossary.html#flag">g</a>',
  );
  expect(body('<a href="/">home</a>')).toBe('<a href="../../index.html">home</a>');
  expect(body('<a href="/en/pre-arrest/a.html#top">here</a>')).toBe(
    '<a href="a.html#top">here</a>',
  );
});

test('an asset is referenced by its name after the build', () => {
  expect(body('<img src="/assets/site.css">')).toBe('<img src="../../assets/site-1a2b3c4d.css">');
});

test('an asset that the build does not make is named with the page that asks for it', () => {
  expect(() => body('<script src="/assets/x.js"></script>')).toThrow(
    'en/pre-arrest/a.html refers to /assets/x.js, which the build does not make.',
  );
});

test('a URL in a data attribute is relative too', () => {
  expect(body('<p data-index="/assets/site.css"></p>')).toBe(
    '<p data-index="../../assets/site-1a2b3c4d.css"></p>',
  );
});

test('what stands in a template is not forgotten', () => {
  expect(body('<template><a href="/en/b.html"></a></template>')).toBe(
    '<template><a href="../b.html"></a></template>',
  );
});

test('URLs of other hosts, anchors and words with a leading slash stay unchanged', () => {
  const html =
    '<a href="https://example.org/x">x</a><a href="#y">y</a><a href="//host/z">z</a><p title="/words"></p>';
  expect(body(html)).toBe(html);
});

test('a link for readers without scripts is relative too (P33)', () => {
  expect(body('<noscript><a href="/en/pre-arrest/b.html">b</a></noscript>')).toBe(
    '<noscript><a href="b.html">b</a></noscript>',
  );
});
