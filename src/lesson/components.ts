import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Link from './Link/Link.astro';
import { vocabulary } from './vocabulary.ts';

const files = import.meta.glob<AstroComponentFactory>('./*/*.astro', {
  eager: true,
  import: 'default',
});

/** Astro components for each tag of the vocabulary, and for the links of Markdown. */
export const components: Readonly<Record<string, AstroComponentFactory | undefined>> = {
  ...Object.fromEntries(vocabulary.map(({ name }) => [name, files[`./${name}/${name}.astro`]])),
  a: Link,
};
