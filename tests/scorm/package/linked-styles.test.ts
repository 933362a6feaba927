import { expect, test } from 'vitest';
import { linkStyles } from '../../../scorm/package/linked-styles.ts';
import { readPage, writePage } from '../../../src/html/html.ts';

const link = (name: string) => `<link rel="stylesheet" href="../assets/${name}-0123abcd.css">`;
const linked = (html: string) => {
  const page = readPage(html);
  linkStyles(page);
  return writePage(page);
};

test('P36: a page that holds its first styles links its whole sheets from the head, in their order', () => {
  const page = linked(
    `<html><head><style>a{}</style><style>b{}</style><noscript>${link('site')}${link('start')}</noscript></head><body><p>One</p>${link('later')}${link('lesson')}<noscript>No scripts</noscript></body></html>`,
  );
  expect(page).toBe(
    `<html><head>${link('site')}${link('start')}${link('lesson')}</head><body><p>One</p><noscript>No scripts</noscript></body></html>`,
  );
});

test('a page that already links its stylesheets stays unchanged', () => {
  const page = `<html><head>${link('site')}<noscript>${link('print')}</noscript></head><body></body></html>`;
  expect(linked(page)).toBe(page);
});
