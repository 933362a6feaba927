import { readFileSync } from 'node:fs';
import { tokenColours } from '../site/styles/token-colours.ts';

/**
 * The icon of the site in the colours of the light theme, inlined because stylesheets do not reach a separate file.
 * @throws if the drawing uses a colour that the tokens do not define
 */
export function siteIcon(
  drawing = readFileSync('src/site/icon.svg', 'utf8'),
  tokens = readFileSync('src/site/styles/tokens/colours.css', 'utf8'),
): string {
  const colours = tokenColours(tokens, 'light');
  return drawing.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const colour = colours.get(name);
    if (colour === undefined)
      throw new Error(
        `src/site/icon.svg uses ${name}. Define it in src/site/styles/tokens/colours.css, or use another colour.`,
      );
    return colour;
  });
}

/** The icon for the home screen of a telephone, 180 pixels square. */
export const touchIcon = (): Uint8Array => readFileSync('src/site/touch-icon.png');
