import { type Shortcut, shortcutOf, typing } from '../shortcuts.ts';

/** Firefox searches the page with "/". */
export const hasQuickFind = CSS.supports('-moz-appearance', 'none');

/** The shortcut that a key is here and now; undefined while somebody types or a dialog asks. */
export function pressed(event: KeyboardEvent): Shortcut | undefined {
  const isElsewhere =
    event.defaultPrevented ||
    (event.target instanceof Element && event.target.closest(typing) !== null) ||
    document.querySelector('dialog[open]') ||
    // A presentation has keys of its own.
    document.documentElement.dataset['slides'];
  return isElsewhere ? undefined : shortcutOf(event, hasQuickFind);
}

/** Whether keys ask the browser to print, by Ctrl+P or by Cmd+P. */
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

/** Does what a shortcut stands for. @returns whether the page has it */
export function act(shortcut: Exclude<Shortcut, 'help'>): boolean {
  const target =
    typeof shortcut === 'number'
      ? answers()[shortcut - 1]
      : document.querySelector<HTMLElement>(links[shortcut]);
  if (!target) return false;
  target.focus();
  // A decision of a case counts: it is pointed at, and taken with Enter.
  if (!target.closest('.choices')) target.click();
  return true;
}

/** The answers of the question that has the focus, or else of the first that is in sight. */
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
