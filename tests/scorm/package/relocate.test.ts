import { describe, expect, test } from 'vitest';
import { relocate } from '../../../scorm/package/relocate.ts';
import { styleReferences, targetOf, urlTo } from '../../../scorm/package/reference.ts';

const site = [
  'index.html',
  'en/index.html',
  'en/glossary.html',
  'fr/index.html',
  'en/cases/one.html',
];
const move = {
  path: 'en/cases/one.html',
  package: { standard: 'scorm12', build: 'b1', shell: 'index.html' },
  courseId: 'tiny',
  startPage: 'en/index.html',
  inSite: (path: string) => site.includes(path),
  inPackage: (path: string) => site.includes(path) && path.startsWith('en/'),
};
const body = (html: string) =>
  /<body>(.*)<\/body>/s.exec(
    relocate(`<!doctype html><html lang="en"><body>${html}</body></html>`, move),
  )?.[1];

test('a page states its standard and the path of the shell', () => {
  expect(relocate('<html lang="en">', move)).toContain(
    '<html lang="en" data-package="scorm12" data-build="b1" data-shell="../../index.html" data-course="tiny">',
  );
});

test('a page of a copy of the website does not look for a shell', () => {
  const { path, courseId, startPage, inSite, inPackage } = move;
  const copy = { path, courseId, startPage, inSite, inPackage };
  expect(relocate('<html lang="en">', copy)).toContain('<html lang="en" data-course="tiny">');
});

test('links within the package stay as they are', () => {
  const link = '<a href="../glossary.html?a=1#term">term</a>';
  expect(body(link)).toBe(link);
});

test('a link to the start page of the website leads to that of the course', () => {
  expect(body('<a href="../../index.html#top">Start</a>')).toBe(
    '<a href="../index.html#top">Start</a>',
  );
});

test('a link to a page that is not in the package becomes text', () => {
  expect(body('<a class="lang" lang="fr" href="../../fr/index.html">Français</a>')).toBe(
    '<span class="lang" lang="fr">Français</span>',
  );
});

test('P38: a link to another host opens in a new tab and shows its address', () => {
  expect(body('<p><a href="https://example.org/a?b=1&amp;c">rules</a>.</p>')).toBe(
    '<p><a href="https://example.org/a?b=1&amp;c" target="_blank" rel="noopener noreferrer">rules</a>' +
      ' <span class="address" dir="ltr">(https://example.org/a?b=1&amp;c)</span>.</p>',
  );
});

test('P38: an address already next to its link is not repeated', () => {
  expect(body('<li>Rules, <a href="https://www.example.org/">example.org</a></li>')).not.toContain(
    'address',
  );
});

test('a mail address is shown without its subject, and opens no tab', () => {
  const link = body('<p><a href="mailto:a@example.org?subject=x">Write</a></p>');
  expect(link).toContain('(a@example.org)');
  expect(link).not.toContain('target');
});

test('links in templates and in noscript are moved too', () => {
  expect(body('<template><a href="../../fr/index.html">F</a></template>')).toBe(
    '<template><span>F</span></template>',
  );
  expect(body('<noscript><a href="../../fr/index.html">F</a></noscript>')).toBe(
    '<noscript><span>F</span></noscript>',
  );
});

test.for([
  ['a.html', 'en/b.html', { to: 'file', path: 'en/a.html' }],
  ['../a%20b.html?x#y', 'en/b.html', { to: 'file', path: 'a b.html' }],
  ['../../a.html', 'en/b.html', { to: 'root' }],
  ['/a.html', 'en/b.html', { to: 'root' }],
  ['//host/a.js', 'en/b.html', { to: 'outside', scheme: 'https' }],
  ['HTTPS://host', 'en/b.html', { to: 'outside', scheme: 'https' }],
  ['data:image/png;base64,AA', 'en/b.html', { to: 'outside', scheme: 'data' }],
  ['#x', 'en/b.html', { to: 'same-page' }],
  ['', 'en/b.html', { to: 'same-page' }],
] as const)('"%s" in %s leads to %j', ([url, from, target]) => {
  expect(targetOf(url, from)).toEqual(target);
});

test.for([
  ['en/a.html', 'en/b.html', 'a.html'],
  ['a.html', 'en/c/b.html', '../../a.html'],
  ['en/c/a.html', 'en/b.html', 'c/a.html'],
  ['fr/a.html', 'en/b.html', '../fr/a.html'],
] as const)('the URL to %s from %s is %s', ([path, from, url]) => {
  expect(urlTo(path, from)).toBe(url);
});

test('the URLs of a style sheet are found, those in comments are not', () => {
  const css = `@import "a.css"; /* url(no.png) */ b { background: url( 'b c.png' ), URL(d.png) }`;
  expect(styleReferences(css).map(({ url }) => url)).toEqual(['a.css', 'b c.png', 'd.png']);
});

describe('what only the website has a use for', () => {
  const page = `<!doctype html><html lang="en" data-unite="unite.js"><head><meta name="description" content="About"><meta property="og:title" content="One"><meta name="color-scheme" content="light"></head><body><details data-website>More</details><footer class="foot"><ul><li><a href="../glossary.html">Glossary</a></li><li><a href="../../fr/index.html">For trainers</a></li></ul></footer></body></html>`;

  test('stands in no page of a package', () => {
    const moved = relocate(page, move);
    for (const part of ['data-unite', 'About', 'og:title', 'More', 'For trainers'])
      expect(moved).not.toContain(part);
    expect(moved).toContain('<meta name="color-scheme" content="light">');
    expect(moved).toContain('<li><a href="../glossary.html">Glossary</a></li>');
  });

  test('stays in a copy of the website', () => {
    const { path, courseId, startPage, inSite, inPackage } = move;
    const copy = relocate(page, { path, courseId, startPage, inSite, inPackage });
    for (const part of ['About', 'og:title', 'More', 'For trainers']) expect(copy).toContain(part);
  });
});
