import { type Shortcut, shortcutOf, typing } from '../shortcuts.ts';

/** Whether the browser searches the page on "/", as Firefox does. */
export const hasQuickFind = CSS.supports('-moz-appearance', 'none');

/** The shortcut for a key in the current context; undefined while the reader types or a dialog is open. */
export function pressed(event: KeyboardEvent): Shortcut | undefined {
  const isElsewhere =
    event.defaultPrevented ||
    (event.target instanceof Element && event.target.closest(typing) !== null) ||
    document.querySelector('dialog[open]') ||
    // A presentation has its own keys.
    document.documentElement.dataset['slides'];
  return isElsewhere ? undefined : shortcutOf(event, hasQuickFind);
}

/** Whether the key combination is the print command of the browser, Ctrl+P or Cmd+P. */
export const isPrint = ({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
  target,
}: KeyboardEvent): boolean =>
  key === 'p' &&
  ctrlKey !== metaKey &&
  !shiftKey &&
  !altKey &&
  !(target instanceof Element && target.closest(typing));

const links = {
  search: '.head a[href*="search.html"]',
  next: '.turn [rel="next"]',
  previous: '.turn [rel="prev"]',
};

/** Performs a shortcut. @returns whether the page has a target for it */
export function act(shortcut: Exclude<Shortcut, 'help'>): boolean {
  const target =
    typeof shortcut === 'number'
      ? answers()[shortcut - 1]
      : document.querySelector<HTMLElement>(links[shortcut]);
  if (!target) return false;
  target.focus();
  // A decision of a case is binding, so the key only focuses it, and Enter takes it.
  if (!target.closest('.choices')) target.click();
  return true;
}

/** The answers of the question that has the focus, or else of the first visible question. */
function answers(): HTMLElement[] {
  const questions = [
    ...document.querySelectorAll<HTMLElement>('form[data-question], .play .choices'),
  ].filter((form) => form.offsetParent !== null);
  const question =
    questions.find((form) => form.contains(document.activeElement)) ??
    questions.find((form) => {
      const { top, bottom } = form.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  return [
    ...(question?.querySelectorAll<HTMLElement>(
      '[type="radio"], [type="checkbox"], .choices button',
    ) ?? []),
  ];
}
