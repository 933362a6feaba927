/** Whether this page has an address that somebody else can open: not in a package, and not from a disk. */
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

/** Copies a text. @returns whether the browser let it */
export const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // An insecure place, or a frame without the permission.
    return false;
  }
};
