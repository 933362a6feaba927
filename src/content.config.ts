import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentRoot } from './authoring/load-course.ts';

// Astro renders the words; what they mean is read and checked by `src/authoring`.
export const collections = {
  mdx: defineCollection({
    loader: glob({
      pattern: '**/*.mdx',
      base: contentRoot(),
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
};
