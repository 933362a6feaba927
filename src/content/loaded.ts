import type * as Load from './load.ts';

/** Functions of `load.ts` that pages use. */
type Loaded = Pick<
  typeof Load,
  'bodyPatterns' | 'contentRoot' | 'filesOf' | 'languagesOf' | 'loadCourse' | 'loadContent'
>;

/**
 * The course for pages rendered by Astro. Uses the content readers and rules already loaded by Astro's
 * configuration, so that Vite need not transform and bundle another copy of a hundred modules.
 */
const loaded = (globalThis as Record<symbol, unknown>)[Symbol.for('course: loaded content')];
const load =
  (loaded as Loaded | undefined) ??
  ((await import(/* @vite-ignore */ new URL('./load.ts', import.meta.url).href)) as Loaded);

export const { bodyPatterns, contentRoot, filesOf, languagesOf, loadCourse, loadContent } = load;
