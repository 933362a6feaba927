import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { bodyPatterns, contentRoot } from './authoring/load-course.ts';

// Astro renders the words; what they mean is read and checked by `src/authoring`.
export const collections = {
  mdx: defineCollection({
    loader: glob({
      pattern: bodyPatterns(),
      base: contentRoot(),
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
};
