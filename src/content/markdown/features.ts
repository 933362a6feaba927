import type { Features } from 'satteri';

/**
 * The Markdown of the course, the same for pages in MDX, for texts in YAML and for what checks them.
 * Typography is our own, since that of the parser knows English only. Footnotes are left out: their
 * heading would be in English, and a source stands beside its claim.
 */
export const markdownFeatures = {
  gfm: { footnotes: false },
  smartPunctuation: false,
} satisfies Features;
