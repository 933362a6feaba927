import { expect, test } from 'vitest';
import { notFoundPage } from '../../src/publish/not-found-page.ts';

const names = new Map([
  ['assets/site.css', 'assets/site-1.css'],
  ['assets/not-found.js', 'assets/not-found-2.js'],
]);

test('its files are named from the root of the host, and its script from each depth', () => {
  const html = notFoundPage(
    '<!doctype html><html><head><link rel="stylesheet" href="/assets/site.css"><script src="/assets/not-found.js"></script><script src="../../assets/not-found.js"></script></head><body><a class="act" href="/en/index.html">To the start</a></body></html>',
    names,
  );
  expect(html).toContain('href="/assets/site-1.css"');
  expect(html).toContain('src="/assets/not-found-2.js"');
  expect(html).toContain('src="../../assets/not-found-2.js"');
  expect(html).toContain('href="/en/index.html"');
});
