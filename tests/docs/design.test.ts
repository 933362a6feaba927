import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgements } from '../../src/cases/format.ts';
import { stages } from '../../src/course/stage.ts';
import { tokenColours } from '../../src/site/styles/token-colours.ts';
import { vocabulary } from '../../src/lesson/vocabulary.ts';

const design = readFileSync('docs/design.md', 'utf8');
const tokens = (name: string) => readFileSync(`src/site/styles/tokens/${name}.css`, 'utf8');

/** Values of the tokens in a stretch of CSS, by name; the first of each. */
function valuesIn(css: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g))
    if (!values.has(name)) values.set(name, value.replace(/\s+/g, ' '));
  return values;
}

/** Cells of the rows of the tables that begin with a token or a component, without their marks. */
const rows = [...design.matchAll(/^\| `([^`]+)` *\|(.+)\|$/gm)].map(([, name = '', rest = '']) => ({
  name,
  cells: rest.split('|').map((cell) => cell.trim().replaceAll('`', '')),
}));
const row = (name: string) => rows.find((one) => one.name === name)?.cells ?? [];

/** Colours of the stages, by stage. */
const stagesIn = (scheme: 'light' | 'dark') =>
  [
    ...tokens('stages').matchAll(
      /data-stage='([\w-]+)'\][^}]*--stage: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)/g,
    ),
  ].map(
    ([, stage = '', ...colours]) => [stage, String(colours[scheme === 'light' ? 0 : 1])] as const,
  );
const inScheme = (scheme: 'light' | 'dark') =>
  new Map([...tokenColours(tokens('colours'), scheme), ...stagesIn(scheme)]);
const light = inScheme('light');
const dark = inScheme('dark');

/** Relative luminance of a colour such as `#0a4b60` (WCAG 2.2). */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of a colour on a ground of the same scheme, 1 to 21. */
function contrast(scheme: ReadonlyMap<string, string>, name: string, ground: string): number {
  const [one, other] = [name, `--color-${ground}`].map((token) =>
    luminance(scheme.get(token) ?? ''),
  );
  const [low = 0, high = 0] = [one ?? 0, other ?? 0].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A colour laid over another. */
const mixed = (ground = '', colour = '', opacity: number): string =>
  `#${[1, 3, 5]
    .map((at) =>
      [ground, colour].map(
        (hex, over) => parseInt(hex.slice(at, at + 2), 16) * (over ? opacity : 1 - opacity),
      ),
    )
    .map(([below = 0, above = 0]) =>
      Math.round(below + above)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const grounds = ['background', 'surface'];
const colours = [...light.keys()];
const isStage = (name: string) => (stages as readonly string[]).includes(name);
const written = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

describe('docs/design.md', () => {
  test.each(colours)(
    'tells %s as it is, with its contrast on both grounds and in both schemes',
    (name) => {
      const ratios = [light, dark].flatMap((scheme) =>
        grounds.map((ground) => written(contrast(scheme, name, ground))),
      );
      expect(row(name).slice(0, 6)).toEqual([light.get(name), dark.get(name), ...ratios]);
      expect(row(name)[6]).not.toBe('');
    },
  );

  test('gives text 7:1 and what carries meaning 3:1, as it promises', () => {
    const isText = (name: string) =>
      /-(text|muted|action|accent|sound|defensible|harmful)$/.test(name) || isStage(name);
    for (const scheme of [light, dark])
      for (const ground of grounds) {
        for (const name of colours.filter(isText))
          expect(contrast(scheme, name, ground), name).toBeGreaterThanOrEqual(7);
        for (const name of ['--color-border-strong', '--color-accent-line'])
          expect(contrast(scheme, name, ground), name).toBeGreaterThanOrEqual(3);
      }
  });

  test('gives text 7:1 on the ground on which a module opens, whatever its stage', () => {
    const opening = readFileSync('src/site/opening/ModuleOpening.css', 'utf8');
    const opacity = Number(/opacity: ([\d.]+);/.exec(opening)?.[1]);
    const grounds = [...stages, '--color-text'];
    for (const scheme of [light, dark])
      for (const stage of grounds) {
        const ground = mixed(scheme.get('--color-background'), scheme.get(stage), opacity);
        const opened = new Map([...scheme, ['--color-opening', ground]]);
        for (const name of ['text', 'muted', 'action', 'accent'].map((each) => `--color-${each}`))
          expect(contrast(opened, name, 'opening'), `${name}, ${stage}`).toBeGreaterThanOrEqual(
            /muted|accent/.test(name) ? 6 : 7,
          );
        expect(contrast(opened, stage, 'opening'), stage).toBeGreaterThanOrEqual(4.5);
        expect(contrast(opened, '--color-accent-line', 'opening'), stage).toBeGreaterThanOrEqual(3);
      }
  });

  test('tells each size and space as it is, and names no other', () => {
    const sizes = valuesIn(tokens('sizes').split('@media')[0] ?? '');
    for (const [name, value] of sizes) expect([name, row(name)[0]]).toEqual([name, value]);
    const known = new Set([
      '--stage',
      ...sizes.keys(),
      ...colours,
      ...valuesIn(tokens('font')).keys(),
    ]);
    const named = [...design.matchAll(/--[a-z][\w-]*/g)].map(([token]) => token);
    expect(named.filter((token) => !known.has(token))).toEqual([]);
  });

  test('tells the sizes of wide screens and of paper', () => {
    const [, wide = '', widest = '', paper = ''] = tokens('sizes').split('@media');
    for (const value of valuesIn(`${wide} ${widest}`).values())
      expect(design).toContain(`\`${value}\``);
    for (const value of valuesIn(paper).values()) expect(design).toContain(`\`${value}\``);
  });

  test('tells each part of pages with its states as the vocabulary page shows them', () => {
    const shown = readFileSync('src/review/PageParts.astro', 'utf8');
    const inTable = rows
      .filter(({ name, cells }) => /^[a-z]+$/.test(name) && cells.length === 2)
      .flatMap(({ name, cells }) =>
        (cells[1] ?? '').split(', ').map((state) => `${name}: ${state}`),
      );
    const judged = judgements.map((judgement) => `judgement: ${judgement}`);
    const ended = ['best', 'mixed', 'poor'].map((outcome) => `ending: ${outcome}`);
    const onPage = [
      ...[...shown.matchAll(/'?\b([a-z]+: [a-z ]+)['"]/g)].map(([, state = '']) => state),
      ...judged,
      ...ended,
    ];
    expect([...new Set(onPage)].toSorted()).toEqual(inTable.toSorted());
  });

  test('names each component, and the examples show each of them', () => {
    const examples = readFileSync('content/en/examples.mdx', 'utf8');
    const components = rows.flatMap(({ name }) => /^<(\w+)>$/.exec(name)?.[1] ?? []);
    expect(components.toSorted()).toEqual(vocabulary.map(({ name }) => name).toSorted());
    expect(components.filter((name) => !examples.includes(`<${name}`))).toEqual([]);
  });
});
