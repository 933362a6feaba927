import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { siteServer } from '../../src/publish/serve.ts';
import { typesetText } from '../../src/content/typography/typeset.ts';
import { violations } from '../browser/accessibility.ts';
import { pseudo } from '../browser/pseudo-language.ts';
import { librarySchema } from '../../src/course/library.ts';
import { authorsInList, sourcesSchema } from '../../src/course/source.ts';

// The whole site in a language that nobody speaks, read from right to left (variants.setup.ts).
const dist = 'dist/pseudo';
const language = 'ar-x-pseudo';
let origin = '';
let server: ReturnType<typeof siteServer>;
let pages: string[] = [];

test.beforeAll(async () => {
  pages = globSync('**/*.html', { cwd: join(dist, 'site') }).toSorted();
  server = siteServer(join(dist, 'site'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
});

test.afterAll(() => {
  server.close();
});

/**
 * Opens every page in a frame of 360 pixels: how wide and in which direction it is, and all that is said in it, its
 * templates and attributes too.
 */
const lookAtWords = (page: Page, root: string) =>
  page.evaluate(
    async ({ root, pages }) => {
      const frame = document.createElement('iframe');
      frame.width = '360';
      frame.height = '740';
      document.body.replaceChildren(frame);
      const looks = [];
      for (const path of pages) {
        await new Promise((loaded) => {
          frame.onload = loaded;
          frame.src = root + path;
        });
        const shown = frame.contentDocument;
        const view = frame.contentWindow as (Window & typeof globalThis) | null;
        if (shown === null || view === null) throw new Error(`${path} is not shown`);
        const texts: string[] = [];
        const walk = (root: Node) => {
          const walker = shown.createTreeWalker(root, 5);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            if (node instanceof view.Text) {
              // Code is the same in every language, but for the words in it.
              if (node.parentElement?.closest('script, style, pre, code') === null)
                texts.push(node.data);
            } else if (node instanceof view.HTMLTemplateElement) walk(node.content);
            else if (node instanceof view.Element)
              for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'content'])
                if (
                  node.getAttribute('name') !== 'viewport' &&
                  node.getAttribute('name') !== 'color-scheme'
                )
                  texts.push(node.getAttribute(name) ?? '');
          }
        };
        const { documentElement: html } = shown;
        walk(html);
        looks.push({
          path,
          texts,
          over: html.scrollWidth - html.clientWidth,
          direction: html.dir,
          tongue: html.lang,
        });
      }
      return looks;
    },
    { root, pages },
  );

/** A text without the no-break spaces that pages have in names and provisions (`bound-words.ts`). */
const withPlainSpaces = (text: string) => text.replaceAll('\u00A0', ' ');

/** Milliseconds for a test that opens every page of the course, on a busy machine. */
const everyPage = 600_000;

test('code contains no reader-facing text (D10), and right-to-left pages do not scroll sideways at 360 px (P46) @wide', async ({
  page,
}) => {
  test.setTimeout(everyPage);
  // Names of sources and of documents in the library are the same in every language.
  const kept = (path: string): unknown => parse(readFileSync(join(dist, 'content', path), 'utf8'));
  const sources = sourcesSchema.parse(kept('sources.yaml'));
  const documents = librarySchema
    .parse(kept('library.yaml'))
    .flatMap((entry) => ('document' in entry ? [entry.document] : []));
  const names = [
    ...sources.flatMap((source) => [source.short, source.note, authorsInList(source)]),
    ...[...sources, ...documents].flatMap(({ authors, title, container, url }) => [
      ...[authors, title, container, url],
    ]),
  ]
    .filter((name) => name !== undefined)
    .flatMap((name) => [name, typesetText(name, language)])
    .map(withPlainSpaces)
    // The longest first: a short name may be part of a long one.
    .toSorted((a, b) => b.length - a.length);
  // So are ids, which reviewers see: names of files and folders, and what the YAML calls an id.
  const files = globSync('**/*', { cwd: join(dist, 'content') });
  const ids = new Set([
    ...files.flatMap((path) => path.replace(/\.\w+$/, '').split(/[/\\]/)),
    ...files
      .filter((path) => path.endsWith('.yaml'))
      .flatMap((path) => [
        ...[
          ...readFileSync(join(dist, 'content', path), 'utf8').matchAll(/\bid"?: "?([\w-]+)/g),
        ].map(([, id = '']) => id),
        ...Object.keys(kept(path) ?? {}),
      ]),
  ]);
  const isId = (text: string) =>
    text
      .trim()
      .split('/')
      .every((part) => ids.has(part));
  // Every text once, with the first page that shows it.
  const shown = new Map<string, string>();
  await page.goto(`${origin}${language}/about.html`);
  const looks = await lookAtWords(page, origin);
  expect(looks.map(({ path }) => path)).toEqual(pages);
  for (const { path, texts, over, direction, tongue } of looks) {
    expect.soft([over <= 0, direction, tongue], path).toEqual([true, 'rtl', language]);
    for (const text of texts) if (!shown.has(text)) shown.set(text, path);
  }
  const left: string[] = [];
  const words = /[a-zA-Z]{2,}/;
  for (const [text, path] of shown) {
    if (!words.test(text) || isId(text)) continue;
    // The content of `noscript` is one text to a browser that runs scripts, tags and all.
    // Places in braces are filled by a script before anybody reads them.
    let rest = withPlainSpaces(text)
      .replace(/<[^>]+>|\{\w+\}/g, '')
      .replace(/https?:\/\/\S+/g, '');
    for (const name of names) {
      if (!words.test(rest)) break;
      if (name !== '') rest = rest.replaceAll(name, '');
    }
    // The edition of a worksheet.
    rest = rest.replace(/\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/g, '');
    // The code of a set of questions for a room.
    rest = rest.replace(/\b[GHJ-NP-Z]{4}\b/g, '');
    if (words.test(rest)) left.push(`${path}: ${text.trim().slice(0, 80)}`);
  }
  expect([...new Set(left)]).toEqual([]);
});

test('a case plays to its end in the other language at 320 px (P46) @wide', async ({ page }) => {
  const path = pages.find((path) => path.includes('/cases/')) ?? '';
  await page.goto(origin + path);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator('.choices button').first().click();
  await expect(page.locator('[data-part="why"]')).toBeVisible();
  while (!(await page.locator('[data-part="ending"]').isVisible())) {
    await page
      .locator('[data-part="choices"] button:visible, [data-part="on"]:visible')
      .first()
      .click();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
  }
  await expect(page.locator('[data-part="map"] .taken').first()).toBeAttached();
  expect(pseudo('a word')).toBe('á ẃóŕđ');
});

test('the trainer kit works in another script: slides, a form, the picture of readiness @wide', async ({
  page,
}) => {
  test.setTimeout(everyPage);
  const kit = (name: string) => `${origin}${language}/workshop/${name}.html`;
  const decks = pages.filter((path) => path.includes('/workshop/slides/'));
  expect(decks.length).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const path of decks)
    for (const shape of ['wide', 'square']) {
      await page.goto(origin + path);
      await page.locator('[data-part="shape"]').selectOption(shape);
      const over = await page
        .locator('.slide, .slide-body')
        .evaluateAll((all) =>
          all
            .filter(
              (each) =>
                each.scrollHeight - each.clientHeight > 1 ||
                each.scrollWidth - each.clientWidth > 1,
            )
            .map((each) => each.closest('.slide')?.id),
        );
      expect.soft(over, `${path} ${shape}`).toEqual([]);
    }
  await page.goto(kit('forms/continuum-map'));
  await page.locator('[data-row="pre-arrest"] [name="decides"]').fill('ضابط المناوبة');
  // As it is drawn for wide windows, and for narrow ones.
  for (const form of [0, 1])
    await expect(page.locator('[data-result="0"] svg').nth(form)).toHaveAttribute(
      'direction',
      'rtl',
    );
  await page.reload();
  await expect(page.locator('[data-row="pre-arrest"] [name="decides"]')).toHaveValue(
    'ضابط المناوبة',
  );
  await page.goto(kit('readiness'));
  await page.locator('[data-item] input[value="2"]').first().check();
  const picture = page.locator('[data-part="picture"] svg');
  await expect(picture).toHaveAttribute('direction', 'rtl');
  await expect(picture.locator('rect')).toHaveCount(1);
  for (const name of ['forms/case-conference', 'readiness', 'plan', 'agenda', 'entry', 'index']) {
    await page.goto(kit(name));
    expect.soft(await violations(page), name).toEqual([]);
  }
});

test('the stylesheet uses no left or right (P46)', () => {
  const physical = globSync('src/**/*.css').flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /\b(left|right)\b(?!-to-)/.test(line.replace(/\/\*.*?\*\//g, '')))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(physical).toEqual([]);
});
