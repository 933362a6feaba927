import type { Choices } from '../choices.ts';

type Declaration = readonly [property: string, value: string];

/**
 * What a scheme that was chosen by hand sets in the style of a page, the switches of `colours.css` among it: one
 * that is `initial` lets its colours stand, and an empty one takes them away.
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
