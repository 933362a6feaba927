/** Whether other people can open the address of this page: false in a package and from a disk. */
export const isShared =
  document.documentElement.dataset['package'] === undefined && location.protocol !== 'file:';

/** The headings of the page that can be linked to. */
export const sections = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('main :is(h2, h3)[id]')].filter(
    (heading) => !heading.closest('[hidden], .away, .terms, .key-of-answers'),
  );

/** The address of a section, or of the whole page. */
export const addressOf = (id = ''): string =>
  location.href.replace(/[?#].*$/s, '') + (id === '' ? '' : `#${id}`);

/** Copies a text to the clipboard. @returns whether the browser allowed it */
export const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The page is not a secure context, or its frame lacks the permission.
    return false;
  }
};
