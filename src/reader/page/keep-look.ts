import type { Choices } from '../choices.ts';
import { lookKey } from './apply-choices.ts';
import { declarationsOf, wearScheme } from './wear-scheme.ts';

const page = document.documentElement;

/** Storage key of the reader's choices, from which the look is derived. */
export const choicesKey = 'ati-reader';

/** The look of pages as CSS declarations; those of a colour scheme set the switches of `colours.css`. */
const lookOf = ({ scheme, scale, leading }: Choices): string =>
  [
    ...declarationsOf(scheme),
    ...(scale === '' ? [] : [['--scale', scale]]),
    ...(leading === '' ? [] : [['--leading', leading]]),
  ]
    .map((declaration) => declaration.join(':'))
    .join(';');

/**
 * Applies the chosen look to the page and the shell around it, and stores it for later pages.
 * @returns whether the device stored it
 */
export function keepLook(choices: Choices): boolean {
  const { scheme, scale, leading } = choices;
  wearScheme(page, scheme);
  page.style.setProperty('--scale', scale);
  page.style.setProperty('--leading', leading);
  if (page.dataset['package'] !== undefined) showInShell();
  try {
    localStorage.setItem(lookKey, lookOf(choices));
    return true;
  } catch {
    return false;
  }
}

function showInShell(): void {
  try {
    parent.document.documentElement.style.cssText = page.style.cssText;
  } catch {
    // The page is framed by another site.
  }
}
