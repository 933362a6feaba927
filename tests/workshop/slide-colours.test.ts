import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The colours of a rule, by name. */
const coloursOf = (rule = ''): Record<string, string> =>
  Object.fromEntries(
    [...rule.matchAll(/(--color-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

// A facilitator chooses the scheme of the slides by hand, and a custom property cannot be taken from a media query.
test.each([
  ['light', /^:root \{(.*?)^\}/ms],
  ['dark', /prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}/s],
] as const)('slides set %s by hand have the colours of the site', (scheme, tokens) => {
  const site = coloursOf(
    tokens.exec(readFileSync('src/site/styles/tokens/colours.css', 'utf8'))?.[1],
  );
  const deck = readFileSync('src/workshop/slides/deck/deck.css', 'utf8');
  const own = coloursOf(
    new RegExp(`data-scheme='${scheme}'\\] \\.leaf\\[data-now\\] \\{(.*?)\\}`, 's').exec(deck)?.[1],
  );
  expect(Object.keys(own).length).toBeGreaterThan(5);
  expect(site).toMatchObject(own);
});
