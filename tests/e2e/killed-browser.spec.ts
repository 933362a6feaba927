import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser/find-browser.ts';
import { builtCourse } from '../browser/learner.ts';
import { storedRecord } from '../browser/stored-record.ts';

/** Number of times that a browser is killed: few in `npm test`, more in the campaign (docs/testing.md). */
const kills = process.env['CAMPAIGN'] ? 20 : 3;

const course = builtCourse();
const lessons = course.modules.flatMap((module) => module.lessons).slice(0, kills);

/** A browser of its own with a profile that outlives it, and the process to kill. */
async function startBrowser(profile: string): Promise<{ browser: Browser; process: ChildProcess }> {
  const ports = join(profile, 'DevToolsActivePort');
  rmSync(ports, { force: true });
  const process = spawn(
    findBrowser() ?? chromium.executablePath(),
    [
      ...browserArguments,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own, so that no part of it outlives the kill.
    { detached: true, stdio: 'ignore' },
  );
  await expect.poll(() => existsSync(ports) && readFileSync(ports, 'utf8')).toMatch(/^\d+\n/);
  const [port] = readFileSync(ports, 'utf8').split('\n');
  return { browser: await chromium.connectOverCDP(`http://127.0.0.1:${port}`), process };
}

async function kill(process: ChildProcess) {
  const gone = once(process, 'exit');
  globalThis.process.kill(-(process.pid ?? 0), 'SIGKILL');
  await gone;
}

const firstPage = async (browser: Browser): Promise<Page> =>
  (browser.contexts()[0] ?? (await browser.newContext())).newPage();

const read = async (page: Page) => (await storedRecord(page, course.id)).viewed;

test(`D02: none of ${kills} browsers killed 100 ms after an action loses it @wide`, async ({
  baseURL,
}) => {
  const site = baseURL ?? '';
  test.setTimeout(60_000 + kills * 30_000);
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const done: string[] = [];
  try {
    for (const lesson of lessons) {
      const { browser, process } = await startBrowser(profile);
      try {
        const page = await firstPage(browser);
        await page.goto(site + lesson.href);
        // Work from before the browser was killed is there again, whatever its storage forgot.
        await expect.poll(() => read(page)).toEqual(done);
        await page.locator('.turn').scrollIntoViewIfNeeded();
        await expect.poll(() => read(page), { intervals: [5] }).toContain(lesson.id);
        done.push(lesson.id);
        await wait(100);
      } finally {
        await kill(process);
      }
    }
    const { browser, process } = await startBrowser(profile);
    try {
      const page = await firstPage(browser);
      await page.goto(`${site}en/record.html`);
      await expect.poll(() => read(page)).toEqual(done);
    } finally {
      await kill(process);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test(`none of ${kills} browsers killed 100 ms after a word is typed loses it from a workshop plan @wide`, async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + kills * 30_000);
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    for (let count = 0; count <= kills; count++) {
      const { browser, process } = await startBrowser(profile);
      try {
        const page = await firstPage(browser);
        await page.goto(`${baseURL ?? ''}en/workshop/plan.html`);
        await expect(page.getByLabel('Gap')).toHaveCount(count);
        for (let action = 0; action < count; action++)
          await expect(page.getByLabel('Objective').nth(action)).toHaveValue(`Word ${action}`);
        await page.getByRole('button', { name: 'Add an action' }).click();
        await page.getByLabel('Objective').nth(count).fill(`Word ${count}`);
        await wait(100);
      } finally {
        await kill(process);
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
