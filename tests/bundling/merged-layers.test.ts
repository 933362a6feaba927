import { expect, test } from 'vitest';
import { mergedLayers } from '../../src/bundling/merged-layers.ts';

test('blocks of a layer that follow each other become one, on paper too', () => {
  expect(
    mergedLayers(
      '@layer a,b;@layer a{p{top:0}}@layer a;@layer a{q{top:0}}@layer b{i{top:0}}@media print{@layer b{u{top:0}}}@media print{@layer b{s{top:0}}}\n',
    ),
  ).toBe(
    '@layer a,b;@layer a{p{top:0}q{top:0}}@layer b{i{top:0}}@media print{@layer b{u{top:0}s{top:0}}}',
  );
});

test('what stands between two blocks of a layer keeps its place', () => {
  const sheet =
    '@layer a{p{top:0}}@page{margin:0}@layer a{p{top:1px}}@media print{p{top:0}}@media screen{p{top:0}}@media screen{q{top:0}}';
  expect(mergedLayers(sheet)).toBe(sheet);
});

test('a brace in a string ends no block', () => {
  const sheet = `@layer a{p:before{content:"}\\""}q:before{content:'{'}}@import "x.css";`;
  expect(mergedLayers(sheet)).toBe(sheet);
});
