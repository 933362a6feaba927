import type { Choices } from '../choices.ts';

type Declaration = readonly [property: string, value: string];

/**
 * Declarations that a chosen colour scheme sets in the style of a page. They include the switches of `colours.css`:
 * `initial` keeps the colours of a switch, and an empty value removes them.
 */
export const declarationsOf = (scheme: Choices['scheme']): readonly Declaration[] =>
  scheme === ''
    ? []
    : [
        ['color-scheme', scheme],
        ['--light', scheme === 'light' ? 'initial' : ' '],
        ['--dark', scheme === 'dark' ? 'initial' : ' '],
      ];

/** Shows a page in a colour scheme; an empty value selects that of the device. */
export function wearScheme({ style }: HTMLElement, scheme: Choices['scheme']): void {
  for (const name of ['color-scheme', '--light', '--dark']) style.removeProperty(name);
  for (const [name, value] of declarationsOf(scheme)) style.setProperty(name, value);
}
