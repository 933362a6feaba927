import { globSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { hasFirefox, startFirefox } from '../browser/firefox.ts';
import { siteServer } from '../../src/publish/serve.ts';
import { strictPolicy } from '../../src/publish/style-policy.ts';

const site = 'dist/site';
const read = (path: string) => readFileSync(join(site, path), 'utf8');
const holdStyles = globSync('{index,en/**/*}.html', { cwd: site })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => read(path).includes('<style>'))
  .toSorted();
const introduction = 'en/pre-arrest/introduction.html';
const lesson = 'en/pre-arrest/first-conversation.html';
const scenario = 'en/cases/bus-station.html';

/** The look of the elements on the page so far: of each its place, its colours and its letters. */
function look() {
  const kept = window as unknown as { seen?: Element[] };
  const late = document.querySelector('body link');
  // Elements around the rest of the page are left out, because they grow with it.
  kept.seen ??= [...document.querySelectorAll('body *')].filter(
    (element) => late && !element.contains(late),
  );
  return kept.seen.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, font, textDecoration } = getComputedStyle(element);
    const name = `${element.tagName}.${element.getAttribute('class') ?? ''}`;
    return [name, x, y, width, height, color, backgroundColor, font, textDecoration].join(' ');
  });
}

/**
 * Opens a page of which the later sheets come when it was painted.
 * @returns how its first view looks before and after
 */
async function seenOn(page: Page, path: string) {
  let release = () => {};
  const painted = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', (route) => route.abort());
  await page.route('**/*.css', async (route) => {
    await painted;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  await page.waitForFunction(() => document.querySelector('body link'));
  const before = await page.evaluate(look);
  release();
  await page.waitForLoadState('load');
  const after = await page.evaluate(look);
  await page.unrouteAll();
  return { before, after };
}

test('P68: the start page, introductions, lessons and cases inline the styles of their first view', () => {
  const kinds = (pattern: string) => globSync(pattern, { cwd: site });
  expect(holdStyles).toEqual(
    expect.arrayContaining(['index.html', ...kinds('en/{*/introduction,cases/*}.html')]),
  );
  expect(holdStyles).toContain(lesson);
});

// A theme changes colours and nothing else, and a width moves things and colours none: each of both is tried once at
// least.
for (const [width, height, colorScheme, when] of [
  [360, 640, 'light', ''],
  [1280, 800, 'dark', ' @wide'],
  [1920, 1080, 'light', ' @wide'],
] as const)
  test(`P68: the first view paints before any stylesheet loads, and does not change later, ${width} pixels wide, ${colorScheme}${when}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    for (const path of ['index.html', introduction, lesson, scenario]) {
      const { before, after } = await seenOn(page, path);
      expect(before.length, path).toBeGreaterThan(30);
      expect(after, path).toEqual(before);
    }
  });

test('P68: the same holds for every page with inline styles @wide', async ({ page }) => {
  for (const path of holdStyles) {
    const { before, after } = await seenOn(page, path);
    expect(after, path).toEqual(before);
  }
});

test.describe('on a host that forbids inline styles (P36)', () => {
  const server = siteServer(site, '/', strictPolicy);
  let root = '';
  test.beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => server.close());

  const places = () =>
    [...document.querySelectorAll('body :not(link, script, noscript)')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, x, y, width, height, getComputedStyle(element).color].join(' ');
    });

  for (const javaScriptEnabled of [true, false])
    test(`pages look as usual, with${javaScriptEnabled ? '' : 'out'} scripts @wide`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      for (const path of ['index.html', introduction, lesson, scenario]) {
        await page.goto(root + path, { waitUntil: 'networkidle' });
        const strict = await page.evaluate(places);
        await page.goto(path, { waitUntil: 'networkidle' });
        expect(strict, path).toEqual(await page.evaluate(places));
      }
      await context.close();
    });
});

test('P68: Firefox never shows a lesson or a case without its styles @wide', async () => {
  test.skip(!hasFirefox, 'no Firefox is installed');
  const server = siteServer(site);
  let release = () => {};
  const asked = new Promise<void>((resolve) => (release = resolve));
  const answer = server.listeners('request')[0] as RequestListener;
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const go = () => answer.call(server, request, response as never);
    if (/\.css$/.test(request.url ?? '')) void asked.then(go);
    else go();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const firefox = await startFirefox();
  const seen = () =>
    firefox.evaluate(`[...document.querySelectorAll('h1, .foot, .text > p, .text > figure')]
      .map((part) => part.localName + ' ' + getComputedStyle(part).visibility).join()`);
  try {
    const port = (server.address() as AddressInfo).port;
    const loaded = firefox.goto(`http://127.0.0.1:${port}/${lesson}`);
    await expect.poll(seen).toMatch(/^h1 visible,p visible,.*p hidden,.*footer hidden$/);
    release();
    await loaded;
    await expect.poll(seen).not.toContain('hidden');
  } finally {
    release();
    await firefox.close();
    server.closeAllConnections();
    server.close();
  }
});
