import type { Choices } from '../choices.ts';

type Declaration = readonly [property: string, value: string];

/**
 * Declarations that a scheme chosen by hand sets in the style of a page. Among them are the switches of
 * `colours.css`: one that is `initial` lets its colours stand, and an empty one takes them away.
 */
export const declarationsOf = (scheme: Choices['scheme']): readonly Declaration[] =>
  scheme === ''
    ? []
    : [
        ['color-scheme', scheme],
        ['--light', scheme === 'light' ? 'initial' : ' '],
        ['--dark', scheme === 'dark' ? 'initial' : ' '],
      ];

/** Shows a page in a scheme; in that of the device for an empty one. */
export function wearScheme({ style }: HTMLElement, scheme: Choices['scheme']): void {
  for (const name of ['color-scheme', '--light', '--dark']) style.removeProperty(name);
  for (const [name, value] of declarationsOf(scheme)) style.setProperty(name, value);
}
