import type { PageOfCourse } from '../notes.ts';

/** This page, as what is kept of it names it: pages with text lie one folder below their language. */
export const thisPage = (): PageOfCourse => ({
  page: location.pathname.split('/').slice(-2).join('/'),
  title: document.querySelector('h1')?.textContent.trim() ?? document.title,
});
