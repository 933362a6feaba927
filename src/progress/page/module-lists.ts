import { loadOnce } from '../../site/load-once.ts';
import { loadContents } from './contents-file.ts';

/** The contents of the course on the start page; null on a page that contains its lists itself. */
const contents = document.querySelector<HTMLElement>('main [data-contents]');

/** Whether the lists of the modules load on demand. */
export const listsComeLate = contents !== null;

const bring = loadOnce(async (src) => {
  const lists = await loadContents(src);
  for (const fold of contents?.querySelectorAll('details') ?? []) {
    const list = lists.listOf(
      String(fold.closest<HTMLElement>('[data-module]')?.dataset['module']),
    );
    if (list) fold.lastElementChild?.replaceWith(list);
  }
  // Another script also marks the changes of an update in the lists.
  document.dispatchEvent(new Event('ati-lists'));
});

/**
 * Puts into the fold of each module the list of what is in it, once.
 * @throws where the lists cannot be had; the next call tries again
 */
export const bringLists = (): Promise<void> => bring(String(contents?.dataset['contents']));

/** Calls a function when a fold is opened or closed. */
export const onFoldOpened = (then: () => void): void =>
  // The `toggle` event does not bubble, so it is captured.
  contents?.addEventListener('toggle', then, true);
