import type { Slice } from './slice.ts';

export interface PageOpened {
  readonly type: 'page.opened';
  readonly page: string;
}

/**
 * Id of the page to resume at: a lesson, a case or a module; empty before the first page. Each standard
 * has a place for it, so that it is no part of the stored state.
 */
export const location: Slice<string, PageOpened> = {
  initial: '',
  written: 'never',
  reduce: (page, event) => (event.type === 'page.opened' ? event.page : page),
  merge: (one, other) => one || other,
  fromJson: (value) => (typeof value === 'string' ? value : ''),
};
