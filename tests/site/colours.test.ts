import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenColours } from '../../src/site/styles/token-colours.ts';

// A reader may have overruled the scheme of the device: two switches say which of two colours counts.
test('P56: the scheme of the device is asked for in one place, and turns nothing but the two switches', () => {
  const asking = globSync('src/**/*.css').filter((path) =>
    readFileSync(path, 'utf8').includes('prefers-color-scheme'),
  );
  expect(asking.map((path) => path.replaceAll('\\', '/'))).toEqual([
    'src/site/styles/tokens/colours.css',
  ]);
  const css = readFileSync('src/site/styles/tokens/colours.css', 'utf8');
  expect(/prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1]?.trim()).toBe(
    '--light: ;\n    --dark: initial;',
  );
});

test('a colour of the tokens is found by its name, in each scheme', () => {
  const css =
    ':root { --color-a: var(--light, #111111) var(--dark, #222222); --color-b: #333333; }';
  expect(tokenColours(css, 'light')).toEqual(
    new Map([
      ['--color-a', '#111111'],
      ['--color-b', '#333333'],
    ]),
  );
  expect(tokenColours(css, 'dark').get('--color-a')).toBe('#222222');
  expect(tokenColours(css, 'dark').get('--color-b')).toBe('#333333');
});
