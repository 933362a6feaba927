import type * as Load from './load.ts';

/** Functions of `load.ts` that pages use. */
type Loaded = Pick<
  typeof Load,
  'bodyPatterns' | 'contentRoot' | 'filesOf' | 'languagesOf' | 'loadCourse' | 'loadContent'
>;

/**
 * The course for what Astro renders. Astro's configuration has loaded the readers and rules of the content; a page asks
 * those, and does not carry a copy of a hundred modules that Vite would have to transform and bundle.
 */
const loaded = (globalThis as Record<symbol, unknown>)[Symbol.for('course: loaded content')];
const load =
  (loaded as Loaded | undefined) ??
  ((await import(/* @vite-ignore */ new URL('./load.ts', import.meta.url).href)) as Loaded);

export const { bodyPatterns, contentRoot, filesOf, languagesOf, loadCourse, loadContent } = load;
