import type { PageOfCourse } from '../notes.ts';

/** The current page, as stored with notes and marks. Pages with text are one folder below their language. */
export const thisPage = (): PageOfCourse => ({
  page: location.pathname.split('/').slice(-2).join('/'),
  title: document.querySelector('h1')?.textContent.trim() ?? document.title,
});
