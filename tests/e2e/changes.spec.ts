import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startPreview } from '../../scorm/preview/preview.ts';
import { type Attempt, freshAttempt } from '../../src/progress/attempt.ts';
import type { Course, CourseFile } from '../../src/course/course.ts';
import { siteServer } from '../../src/publish/serve.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { publishedCourse } from '../browser/revised-content.ts';
import { storedRecord, storeRecord } from '../browser/stored-record.ts';
import { quickPackages } from '../fixtures/quick-packages.ts';

const dist = 'dist/revised';
const before = publishedCourse();
const course = (): Course => {
  const { courses } = JSON.parse(readFileSync(join(dist, 'course.json'), 'utf8')) as CourseFile;
  if (courses['en'] === undefined) throw new Error('the revised course is not built');
  return courses['en'];
};
const word = (name: string, section = 'changes') => {
  const found = course().interface.messages[section]?.[name];
  if (typeof found !== 'string') throw new Error(`no word ${section}.${name}`);
  return found;
};

/** A learner's attempt under the version before: the lesson, the case, and half of a check. */
const done: Attempt = {
  ...freshAttempt,
  location: 'doorbell',
  viewed: ['greeting'],
  cases: {
    doorbell: {
      first: ['ring.wait', 'door.give'],
      run: ['ring.wait', 'door.give'],
      finished: true,
      endings: ['thanks'],
    },
  },
  checks: { first: { tries: [1] } },
  seconds: 600,
  edition: { version: before.version, again: [] },
};

let server: Server;
let address = '';
test.beforeAll(async () => {
  server = siteServer(join(dist, 'site'));
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Brings a record of earlier into the browser. */
async function comeBack(page: Page, attempt = done) {
  await storeRecord(page, before.id, attempt, `${address}en/about.html`);
}

const note = (page: Page) => page.getByRole('region', { name: word('title') });
const stored = (page: Page) => storedRecord(page, before.id);

for (const path of ['en/index.html', 'index.html', 'en/record.html'])
  test(`${path} tells a returning learner after an update what changed, what to reread and what is lost @wide`, async ({
    page,
  }) => {
    await comeBack(page);
    await page.goto(address + path);
    await expect(note(page)).toBeVisible();
    const again = note(page).locator('[data-part="again"] li');
    await expect(again).toHaveText([`${word('law')} · A greeting · One must greet first now.`]);
    await expect(note(page).locator('[data-part="others"] li')).toHaveText([
      `${word('correction')} · The doorbell · You pause at the bell.`,
    ]);
    await expect(note(page).locator('[data-part="lost"] li')).toHaveText([
      word('case-changed').replace('{title}', 'The doorbell'),
    ]);
    const marked = page.locator('li', { has: page.locator('[data-lesson="greeting"]') });
    await expect(marked.locator('.again')).toHaveText(word('readAgain'));
    await again.getByRole('link').click();
    await expect(page).toHaveURL(/greeting\.html$/);
  });

test('P13: a lesson to reread stays done, and is marked until it is read to its end again @wide', async ({
  page,
}) => {
  await comeBack(page);
  await page.goto(`${address}en/first/greeting.html`);
  await expect(page.locator('.notice:visible')).toHaveText(
    word('here').replace('{kind}', word('law')).replace('{what}', 'One must greet first now.'),
  );
  await page.goto(`${address}en/index.html`);
  const line = page.locator('.toc li', { has: page.locator('[data-lesson="greeting"]') });
  await expect(line.locator('.state')).toBeVisible();
  await expect(line.locator('.again')).toBeVisible();

  await note(page)
    .getByRole('button', { name: word('away') })
    .click();
  await expect(note(page)).toBeHidden();
  // The mark outlives the note: it is about what to do, not about what was said.
  await page.reload();
  await expect(line.locator('.again')).toBeVisible();
  await expect(note(page)).toBeHidden();

  await page.goto(`${address}en/first/greeting.html`);
  await page.locator('a[rel="next"]').click();
  await page.goto(`${address}en/index.html`);
  await expect(line.locator('.state')).toBeVisible();
  await expect(line.locator('.again')).toHaveCount(0);
  expect(await stored(page)).toMatchObject({
    viewed: ['greeting'],
    edition: { version: '1.1.0', again: [] },
  });
});

test('a fresh start shows no changes, and a visit without progress stores no version @wide', async ({
  page,
}) => {
  await page.goto(`${address}en/index.html`);
  expect((await stored(page)).edition).toBeUndefined();
  await page.goto(`${address}en/first/greeting.html`);
  await page.locator('a[rel="next"]').click();
  await page.goto(`${address}en/index.html`);
  await expect(page.locator('.toc .state:visible').first()).toBeVisible();
  await expect(note(page)).toBeHidden();
  await expect(page.locator('.again')).toHaveCount(0);
  expect((await stored(page)).edition).toEqual({ version: '1.1.0', again: [] });
});

test('a try in progress continues if the questions are unchanged @wide', async ({ page }) => {
  const open = { seed: 7, answers: [undefined, undefined] };
  await comeBack(page, { ...done, checks: { first: { tries: [], open } } });
  await page.goto(`${address}en/index.html`);
  await expect(note(page)).toBeVisible();
  expect((await stored(page)).checks['first']?.open?.seed).toBe(7);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('every page leads to the list of all changes by version @wide', async ({ page }) => {
    await page.goto(`${address}en/first/greeting.html`);
    await page.getByRole('link', { name: /1\.1\.0/ }).click();
    await expect(page.locator('h1')).toHaveText(word('page'));
    await expect(page.locator('h2')).toHaveText([/1\.1\.0/, /1\.0\.0/]);
    await expect(page.locator('main li').first()).toHaveText(
      `${word('law')} · A greeting · One must greet first now. ${word('reread')}`,
    );
    await expect(page.locator('main section').last()).toContainText(word('first'));
  });
});

test('P03: the shell of a package announces the update, and the record page explains its effect @wide', async ({
  page,
}) => {
  const attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
  await quickPackages(['--standard', 'scorm12'], dist);
  const preview = await startPreview({ port: 0, packages: join(dist, 'packages'), attempts });
  const shell = page.frameLocator('#course');
  const pages = shell.frameLocator('#shell-frame');
  const launch = async () => {
    await page.goto(`${preview.url}lms?package=ati-course-en-scorm12.zip`);
    await page.locator('#launch').click();
    await expect(pages.locator('h1')).toBeVisible();
  };
  const leave = async () => {
    await shell.locator('#shell-exit').click();
    await expect(shell.locator('#shell-closed')).toBeVisible();
    await page.locator('#close').click();
  };
  try {
    await launch();
    await expect(shell.locator('#shell-updated')).toBeHidden();
    await leave();
    // The record that the platform would have kept of the version before.
    const [name = ''] = readdirSync(attempts);
    const kept = JSON.parse(readFileSync(join(attempts, name), 'utf8')) as {
      elements: Record<string, string>;
    };
    kept.elements['cmi.suspend_data'] = attemptCodec(before.structure).encode(done);
    kept.elements['cmi.core.lesson_location'] = done.location;
    writeFileSync(join(attempts, name), JSON.stringify(kept));

    await launch();
    await expect(pages.locator('h1')).toHaveText('The doorbell');
    await expect(shell.locator('#shell-updated')).toContainText(word('updated-text', 'shell'));
    await expect(shell.locator('#shell-updated li')).toHaveText(['The doorbell']);
    await shell.locator('#updated-more').click();
    await expect(pages.locator('h1')).toHaveText(word('title', 'record'));
    const told = pages.getByRole('region', { name: word('title') });
    await expect(told.locator('[data-part="again"] li')).toContainText(['A greeting']);
    await expect(told.locator('[data-part="lost"] li')).toHaveCount(1);
    await leave();

    // Not put away yet, so it is told again.
    await launch();
    await expect(shell.locator('#shell-updated')).toBeVisible();
    await shell.locator('#updated-dismiss').click();
    await leave();
    await launch();
    await expect(shell.locator('#shell-updated')).toBeHidden();
  } finally {
    await preview.close();
    rmSync(attempts, { recursive: true });
  }
});
