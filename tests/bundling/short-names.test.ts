import { expect, test } from 'vitest';
import { shortNames, withShortNames } from '../../src/bundling/short-names.ts';

const tokens = ':root{--light: initial;--dark: ;--color-text: #000;--color: var(--light, red)}';
const names = shortNames(tokens, ['--light', '--dark']);

test('each declared property has a name of its own, but those that are kept', () => {
  expect(Object.fromEntries(names)).toEqual({ '--color': '--0', '--color-text': '--1' });
});

test('a name stands where its property is declared and used, and no part of another name is taken for it', () => {
  expect(withShortNames(tokens, names)).toBe(
    ':root{--light:initial;--dark: ;--1:#000;--0:var(--light, red)}',
  );
  expect(withShortNames('p{color:var(--color-text);top:var(--color-text-size)}', names)).toBe(
    'p{color:var(--1);top:var(--color-text-size)}',
  );
});
