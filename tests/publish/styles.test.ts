import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { afterEach, expect, test } from 'vitest';
import { bundleStyles } from '../../src/bundling/bundle.ts';
import { shortNames } from '../../src/bundling/short-names.ts';
import { pageStyles } from '../../src/publish/bundles.ts';
import { siteIcon } from '../../src/publish/icon.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Bundles the file `site.css` of a folder with these files. */
function bundle(files: Record<string, string>, options?: BuildOptions): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'styles-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return bundleStyles(join(folder, 'site.css'), options);
}

test('a pattern stands for every stylesheet of that name, in alphabetical order', async () => {
  const css = await bundle({
    'site.css': "@import './parts/**/*.css' layer(parts);",
    'parts/b.css': 'b { color: blue }',
    'parts/inner/c.css': 'c { color: red }',
    'parts/a.css': 'a { color: green }',
  });
  expect(css.match(/\b[abc]\{/g)).toEqual(['a{', 'b{', 'c{']);
  expect(css).toMatch(/^@layer parts\{/);
});

test('*.css leaves *.print.css to a pattern of its own', async () => {
  const css = await bundle({
    'site.css': "@import './parts/*.css';\n@import './parts/*.print.css' print;",
    'parts/a.css': 'a { color: red }',
    'parts/a.print.css': 'a { color: blue }',
  });
  expect(css.trim()).toBe('a{color:red}@media print{a{color:#00f}}');
});

test('a pattern takes no rule away from a sheet that is not minified, as authors see it', async () => {
  const css = await bundle(
    { 'site.css': "@import './*/*.css';", 'parts/a.css': 'a { color: red }' },
    { minify: false },
  );
  expect(css.replace(/\/\*.*?\*\//gs, '').trim()).toMatch(/^a \{\s+color: red;\s+\}$/);
});

test('spaces after commas are removed, except in text', async () => {
  const css = await bundle({
    'site.css': `a { --one: var(--two, red); content: "well, yes" } b { content: "it's, so" }`,
  });
  expect(css.trim()).toBe(`a{--one: var(--two,red);content:"well, yes"}b{content:"it's, so"}`);
});

test('a pattern that no stylesheet matches stops the build', async () => {
  await expect(bundle({ 'site.css': "@import './none/*.css';" })).rejects.toThrow(
    /No file matches .*none/,
  );
});

test('every rule of a page stylesheet is in one of the layers that the site declares first', async () => {
  const [site, ...others] = await Promise.all(
    [...pageStyles()]
      // They are the sheet of every page in two parts.
      .filter(([name]) => name !== 'first' && name !== 'later' && name !== 'waiting')
      .toSorted(([one], [other]) => Number(other === 'site') - Number(one === 'site'))
      .map(([, path]) => bundleStyles(path)),
  );
  const [, declared = ''] = /^@layer ([\w,]+);/.exec(site ?? '') ?? [];
  expect(declared).toBe('tokens,base,components,features,print');
  for (const css of others) {
    const used = [...css.matchAll(/@layer ([\w-]+)\{/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(declared.split(',')).toContain(name);
  }
});

test('on paper a check shows the question that is asked, and not its bank', async () => {
  const questions = await bundleStyles(pageStyles().get('questions') ?? '');
  expect(questions).toMatch(/@media print\{.*\[data-part=bank\] \.away\{display:none\}/s);
});

test('the sheet of every page is those of first views, and what comes later after them', async () => {
  const styles = pageStyles();
  // The bundler names a layer once more where it has nothing to put into it.
  const rules = async (name: string) => {
    const sheet = await bundleStyles(styles.get(name) ?? '', { minify: false });
    return sheet.replace(/\/\*.*?\*\/|@layer \w+;|\s+/gs, '');
  };
  const [site, ...parts] = await Promise.all(['site', 'first', 'opening', 'later'].map(rules));
  const [first = '', opening = '', later = ''] = parts;
  expect(site?.startsWith(first + opening)).toBe(true);
  // Between them stands what only pages show that link the whole sheet.
  expect(site?.endsWith(later)).toBe(true);
});

test('no script of a page uses a custom property that the build gives a short name', async () => {
  const first = await bundleStyles(pageStyles().get('first') ?? '');
  const short = [...shortNames(first, ['--light', '--dark', '--scale', '--leading']).keys()];
  expect(short).toContain('--color-text');
  const scripts = globSync('src/**/*.{ts,astro}', { exclude: ['src/publish/**'] });
  const used = scripts.filter((path) => {
    const names = readFileSync(path, 'utf8').match(/--[a-z][\w-]*/g) ?? [];
    return names.some((name) => short.includes(name));
  });
  expect(used).toEqual([]);
});

test('the shell has the colours of the pages', async () => {
  const colours = readFileSync('src/site/styles/tokens/colours.css', 'utf8');
  const shell = await bundleStyles('scorm/shell/shell.css');
  for (const [, colour = ''] of colours.matchAll(/(#[0-9a-f]{6})/g))
    expect(shell).toContain(colour);
});

test('the icon is drawn in the colours of the light theme, and in no other', () => {
  const tokens = ':root { --color-a: #111111; }\n.dark { --color-a: #222222; }';
  expect(siteIcon('<path fill="var(--color-a)"/>', tokens)).toBe('<path fill="#111111"/>');
  expect(() => siteIcon('<path fill="var(--color-b)"/>', tokens)).toThrow(/--color-b/);
  expect(readFileSync('src/site/icon.svg', 'utf8')).not.toContain('#');
  expect(siteIcon()).not.toContain('var(');
});
