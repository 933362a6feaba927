import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { bodyPatterns, contentRoot } from './content/loaded.ts';

// Astro renders the words; what they mean is read and checked by `src/content`.
export const collections = {
  mdx: defineCollection({
    loader: glob({
      pattern: bodyPatterns(),
      base: contentRoot(),
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
};
