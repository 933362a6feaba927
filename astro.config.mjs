import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentRoot } from './src/content/load.ts';
import { markdownFeatures } from './src/content/markdown/features.ts';
import { mdxPlugins } from './src/content/markdown/mdx-plugins.ts';
import { publish } from './src/publish/publish.ts';

// A build for a test may keep its output apart (tests/e2e/languages): everything goes below one folder.
const dist = process.env.COURSE_DIST ?? 'dist';

export default defineConfig({
  outDir: `${dist}/site`,
  ...(dist === 'dist' ? {} : { cacheDir: `${dist}/cache` }),
  // Flat pages: a page's URL is its file, so that it opens from a disk and inside any LMS folder.
  build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  // What authors may write, and how it is set in print (docs/architecture.md).
  markdown: {
    processor: satteri({ features: markdownFeatures, mdastPlugins: mdxPlugins(contentRoot()) }),
    syntaxHighlight: false,
  },
  // Astro marks each MDX file with a directive that the bundler does not know, and warned of every one of them.
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  integrations: [mdx(), publish({ dist })],
});
