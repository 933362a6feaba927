import type { Choices } from '../choices.ts';
import { lookKey } from './apply-choices.ts';
import { declarationsOf, wearScheme } from './wear-scheme.ts';

const page = document.documentElement;

/** Key under which the reader's choices are kept; the look is made of them. */
export const choicesKey = 'ati-reader';

/** The look of pages as declarations of CSS; those of a scheme turn the switches of `colours.css`. */
const lookOf = ({ scheme, scale, leading }: Choices): string =>
  [
    ...declarationsOf(scheme),
    ...(scale === '' ? [] : [['--scale', scale]]),
    ...(leading === '' ? [] : [['--leading', leading]]),
  ]
    .map((declaration) => declaration.join(':'))
    .join(';');

/**
 * Lets the page, and the shell around it, look as was chosen, and keeps it for the pages to come.
 * @returns whether the device keeps it
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
    // The page was framed by a stranger.
  }
}
