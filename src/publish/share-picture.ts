import { readFileSync } from 'node:fs';
import { tokenColours } from '../site/styles/token-colours.ts';
import { stages, type Stage } from '../course/stage.ts';

const tokens = (name: string) => readFileSync(`src/site/styles/tokens/${name}.css`, 'utf8');

/** A colour of the light theme. @throws if the tokens do not define it */
function colour(name: string): string {
  const found = tokenColours(tokens('colours'), 'light').get(name);
  if (found === undefined)
    throw new Error(
      `The picture for shared links uses ${name}. Define it in src/site/styles/tokens/colours.css.`,
    );
  return found;
}

const colourOf = (stage: Stage): string =>
  new RegExp(`data-stage='${stage}'\\] \\{\\s*--stage: var\\(--light, (#[0-9a-f]{6})\\)`).exec(
    tokens('stages'),
  )?.[1] ?? colour('--color-text');

/**
 * The line with four exits as a drawing for shared links, 1200 by 630 (the size that readers of "og:image" show
 * uncropped). It has no words: the title stands beside it in the language of the page.
 * @param lit the stage of the page; undefined lights all four
 */
export function shareDrawing(lit?: Stage): string {
  const text = colour('--color-text');
  const care = colour('--color-accent-line');
  const ground = lit ? colourOf(lit) : text;
  const exits = stages.map((stage, place) => {
    const x = 150 + place * 250;
    const isLit = lit === undefined || stage === lit;
    return [
      `<path d="M${x} 240C${x + 90} 240 ${x + 60} 410 ${x + 160} 410" fill="none" stroke="${care}" stroke-width="${stage === lit ? 22 : 12}"/>`,
      stage === lit &&
        `<circle cx="${x}" cy="240" r="58" fill="none" stroke="${colourOf(stage)}" stroke-width="8"/>`,
      `<circle cx="${x}" cy="240" r="36" fill="${isLit ? colourOf(stage) : colour('--color-background')}" stroke="${colourOf(stage)}" stroke-width="10"/>`,
    ];
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">',
    `<rect width="1200" height="630" fill="${colour('--color-background')}"/>`,
    `<rect width="1200" height="630" fill="${ground}" fill-opacity="0.08"/>`,
    `<path d="M0 40H1200M0 60H1200" stroke="${ground}" stroke-width="8"/>`,
    `<path d="M60 240H1140M1140 190V290" fill="none" stroke="${text}" stroke-width="12"/>`,
    `<path d="M300 410H1140M1100 370L1140 410L1100 450" fill="none" stroke="${care}" stroke-width="12"/>`,
    ...exits.flat().filter((part) => part !== false),
    '</svg>',
  ].join('');
}

/** The same drawing as a PNG, which every messenger shows. */
export async function sharePicture(lit?: Stage): Promise<Uint8Array> {
  // Loaded on demand: only a build with a known site address needs it.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(shareDrawing(lit)))
    .png({ palette: true, effort: 10 })
    .toBuffer();
}
