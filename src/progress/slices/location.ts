import type { Slice } from './slice.ts';

export interface PageOpened {
  readonly type: 'page.opened';
  readonly page: string;
}

/** Id of the page to resume at: a lesson, a case or a module; empty before the first page. */
export const location: Slice<string, PageOpened> = {
  initial: '',
  reduce: (page, event) => (event.type === 'page.opened' ? event.page : page),
};
