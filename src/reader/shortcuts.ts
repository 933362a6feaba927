/** Action of a single key: navigates, chooses the answer with that number, or shows the list of keys. */
export type Shortcut = 'search' | 'next' | 'previous' | 'help' | number;

/** A pressed key with its modifiers, satisfied by `KeyboardEvent`. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** Elements that accept typed text. */
export const typing =
  'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]';

const named: Readonly<Record<string, Shortcut>> = {
  '/': 'search',
  s: 'search',
  n: 'next',
  p: 'previous',
  '?': 'help',
};

/**
 * The shortcut of a key (WCAG 2.2, success criterion 2.1.4). Keys with a modifier are left to the browser.
 * @param hasQuickFind whether the browser itself searches the page with "/", as Firefox does
 */
export function shortcutOf(pressed: Pressed, hasQuickFind: boolean): Shortcut | undefined {
  const { key, ctrlKey, altKey, metaKey, isComposing } = pressed;
  if (ctrlKey || altKey || metaKey || isComposing) return undefined;
  if (/^[1-9]$/.test(key)) return Number(key);
  if (key === '/' && hasQuickFind) return undefined;
  return named[key];
}
