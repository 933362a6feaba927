import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { checksum } from '../../src/codec/checksum.ts';

// The live preview of `npm run dev`, on a course of one lesson and one case. One preview for all:
// Astro lets no second one run in a project, and keeps notes on the files by their place, which is
// therefore always the same.
test.describe.configure({ mode: 'default' });
const folder = join(tmpdir(), `live-preview-${checksum(process.cwd()).toString(36)}`);
const content = join(folder, 'content');
let address = '';
let server: ChildProcess | undefined;
let output = '';

/** Addresses that the preview has printed, one for each start. */
const addresses = () => output.match(/http:\/\/127\.0\.0\.1:\d+\//g) ?? [];

const change = (from: string, to: string) => {
  const path = join(content, 'en/scenarios/doorbell.yaml');
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`the case has no "${from}"`);
  writeFileSync(path, text.replace(from, to));
};

/** Opens a page of the preview, and waits until it listens for changes. */
async function open(page: Page, path: string) {
  // The preview itself may reload a page just then, while it prepares its own scripts.
  await expect(async () => {
    const [listens] = await Promise.allSettled([
      page.waitForEvent('console', {
        predicate: (message) => message.text().includes('[vite] connected'),
        timeout: 20_000,
      }),
      // A request that came while the preview restarted its own parts may stay without an answer.
      page.goto(address + path, { timeout: 20_000 }),
    ]);
    expect(listens.status).toBe('fulfilled');
  }).toPass();
}

test.beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync('tests/fixtures/courses/tiny', content, { recursive: true });
  cpSync('content/en/interface.yaml', join(content, 'en/interface.yaml'));
  // With a final of one question, of the one bank there is.
  appendFileSync(
    join(content, 'course.yaml'),
    `tracks: [{ id: everyone, lessons: all, cases: one-per-stage, questions: 1 }]
assessment: { blueprint: { first: 1 } }
`,
  );
  appendFileSync(
    join(content, 'en/course.yaml'),
    'tracks: { everyone: { title: Everyone, summary: All of it. } }\n',
  );
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { dev: string };
  };
  const [, ...words] = scripts.dev.split(' ');
  const preview = spawn(process.execPath, [...words, '--port', '0'], {
    env: { ...process.env, COURSE_CONTENT: content, COURSE_DIST: join(folder, 'dist') },
    detached: true,
  });
  server = preview;
  address = await new Promise((resolve, reject) => {
    preview.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [found] = addresses();
      if (found !== undefined) resolve(found);
    });
    preview.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    preview.on('exit', () => {
      reject(new Error(output));
    });
  });
});

test.afterAll(() => {
  if (server?.pid !== undefined) process.kill(-server.pid);
  rmSync(folder, { recursive: true, force: true });
});

test('the live preview shows a fault in the page when the author saves it, and recovers when it is mended @wide', async ({
  page,
}) => {
  const overlay = page.locator('vite-error-overlay');
  const title = page.locator('main h1');
  const fault =
    /doorbell\.yaml:\d+\s+schema\s+Found "bad"\..*\[scenes\.door\.choices\.1 \(refuse\)\.judgement\]/;
  await open(page, 'en/cases/doorbell.html');
  await expect(title).toHaveText('The doorbell');

  change('judgement: harmful', 'judgement: bad');
  await expect(overlay).toContainText(fault);

  // A page that is opened meanwhile says the same.
  await open(page, 'en/cases/doorbell.html');
  await expect(overlay).toContainText(fault);

  change('judgement: bad', 'judgement: harmful');
  await expect(overlay).toHaveCount(0);
  await expect(title).toHaveText('The doorbell');
});

test('the map on the review page follows edits of the case @wide', async ({ page }) => {
  await open(page, 'review/en/doorbell.html');
  await expect(page.locator('.case-map g.scene')).toHaveCount(5);
  change('goto: thanks', 'goto: cup');
  // Until the scene exists, the overlay says so.
  await expect(page.locator('vite-error-overlay')).toContainText('No scene is called "cup".');
  change(
    '  thanks: {',
    '  cup: { heading: A cup, text: They bring the cup back., goto: thanks }\n  thanks: {',
  );
  await expect(page.locator('.case-map g.scene')).toHaveCount(6);
});

test('the final asks the current questions of the bank @wide', async ({ page }) => {
  await open(page, 'en/final.html');
  await page.locator('[data-part="begin"]').click();
  const asked = page.locator('[data-bank]:not(.away)');
  await expect(asked).toHaveCount(1);
  await expect(asked).toContainText(/Which word comes first\?|Which of these greet\?/);
});

test('the search finds the text of a page, and follows edits @wide', async ({ page }) => {
  const find = async (words: string) => {
    await open(page, 'en/search.html');
    await page.locator('#q').fill(words);
  };
  const results = page.locator('search-results [data-part="list"] a');
  // While the index is made of every page, the preview may find scripts to prepare, and reload.
  await expect(async () => {
    await find('greeting');
    await expect(results.filter({ hasText: 'A greeting' }).first()).toBeVisible({
      timeout: 30_000,
    });
  }).toPass();

  const lesson = join(content, 'en/modules/first/lessons/greeting.mdx');
  writeFileSync(lesson, `${readFileSync(lesson, 'utf8')}\nNobody whistles here.\n`);
  await expect(async () => {
    await find('whistles');
    await expect(results.first()).toBeVisible({ timeout: 30_000 });
  }).toPass();
});

test('the preview serves the scripts that the build makes from the course, and no others', async ({
  request,
}) => {
  const script = (name: string) => request.get(`${address}assets/${name}.js`);
  expect(await (await script('structure-en')).text()).toContain('"doorbell"');
  expect(await (await script('update-en')).text()).toContain('"releases"');
  expect((await script('structure-xx')).status()).toBe(404);
});

test('the preview restarts when the code of the content check is saved @wide', async ({
  request,
}) => {
  const starts = addresses().length;
  const now = new Date();
  utimesSync('src/lesson/registry.ts', now, now);
  await expect.poll(() => addresses().length, { timeout: 60_000 }).toBe(starts + 1);
  const page = await request.get(`${addresses().at(-1)}en/index.html`);
  expect(page.ok()).toBe(true);
});
