import type { Features } from 'satteri';

/**
 * The Markdown of the course, the same for pages in MDX, for texts in YAML and for what checks them.
 * Typography is our own, since that of the parser knows English only.
 */
export const markdownFeatures = {
  gfm: true,
  smartPunctuation: false,
} as const satisfies Features;
