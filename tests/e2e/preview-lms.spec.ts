import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreview } from '../../scorm/preview/preview.ts';
import { element } from '../browser/preview-lms.ts';
import { foreignManifest, foreignPage, foreignScript } from '../scorm/preview/foreign-package.ts';
import { writeZip, type ZipHabits } from '../scorm/preview/write-zip.ts';

/** Seconds of silence as an uncompressed WAV file. */
const wave = (seconds: number) => {
  const rate = 8000;
  const bytes = new Uint8Array(44 + seconds * rate).fill(0x80);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, bytes.length - 44],
  ] as const)
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, value, true);
  text(36, 'data');
  return bytes;
};

test.describe('third-party packages in the preview', () => {
  let folder: string;
  let preview: Awaited<ReturnType<typeof startPreview>>;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'preview-'));
    preview = await startPreview({ port: 0, packages: folder, attempts: join(folder, 'attempts') });
  });
  test.afterEach(async () => {
    await preview.close();
    rmSync(folder, { recursive: true });
  });

  const put = (name: string, entries: Parameters<typeof writeZip>[0], habits?: ZipHabits) => {
    writeFileSync(join(folder, name), writeZip(entries, habits));
    return `${preview.url}lms?package=${name}`;
  };

  test('a package opens its session with parameters in the URL @wide', async ({ page }) => {
    const manifest = foreignManifest({ href: './what%3F.html', item: 'parameters="part=2"' });
    const address = put('a.zip', [
      ['imsmanifest.xml', manifest],
      ['what?.html', foreignPage],
      ['a.js', foreignScript],
    ]);
    await page.goto(address);
    await page.locator('#launch').click();
    await expect(page.frameLocator('#course').locator('#w')).toHaveText('ran true ?part=2');
    await expect(page.locator('#problems')).toBeHidden();
  });

  test('a page with a base and inline scripts runs without the strict policy, and blocked content is reported with it @wide', async ({
    page,
  }) => {
    const address = put('a.zip', [
      ['imsmanifest.xml', foreignManifest({ href: 'unit/index.html' })],
      [
        'unit/index.html',
        '<!doctype html><base href="../"><title>t</title><script src="a.js"></script><p id="w">x</p><p id="i">not run</p><script>document.getElementById("i").textContent = "ran"</script>',
      ],
      ['a.js', foreignScript],
    ]);
    const frame = page.frameLocator('#course');
    await page.goto(address);
    await expect(page.locator('#strict')).not.toBeChecked();
    await page.locator('#launch').click();
    await expect(frame.locator('#w')).toHaveText(/^ran true/);
    await expect(frame.locator('#i')).toHaveText('ran');
    await page.locator('#close').click();
    await page.locator('#strict').check();
    await page.locator('#launch').click();
    await expect(frame.locator('#i')).toHaveText('not run');
    await expect(page.locator('#problems')).toContainText('script-src-elem: inline');
  });

  test('a blank frame and a missing file are reported @wide', async ({ page }) => {
    const address = put('a.zip', [
      ['imsmanifest.xml', foreignManifest()],
      ['index.html', '<!doctype html><title>t</title><script src="gone.js"></script>'],
    ]);
    await page.goto(address);
    await page.locator('#launch').click();
    await expect(page.locator('#problems')).toContainText('"gone.js"');
    await expect(page.locator('#problems')).toContainText('The frame shows nothing');
  });

  test('a link to a missing file is reported in the frame @wide', async ({ page }) => {
    const address = put('a.zip', [
      ['imsmanifest.xml', foreignManifest()],
      ['index.html', '<!doctype html><title>t</title><a href="unit/two.html">next</a>'],
    ]);
    await page.goto(address);
    await page.locator('#launch').click();
    await page.frameLocator('#course').locator('a').click();
    await expect(page.frameLocator('#course').locator('body')).toContainText('"unit/two.html"');
    await expect(page.locator('#problems')).toContainText('"unit/two.html"');
  });

  test('a media file supports seeking @wide', async ({ page }) => {
    const address = put('a.zip', [
      ['imsmanifest.xml', foreignManifest()],
      ['index.html', '<!doctype html><title>t</title><audio src="s.wav" controls></audio>'],
      ['s.wav', wave(60)],
    ]);
    await page.goto(address);
    await page.locator('#launch').click();
    const sought = page
      .frameLocator('#course')
      .locator('audio')
      .evaluate(async (audio: HTMLAudioElement) => {
        if (audio.readyState < 1)
          await new Promise((resolve) => audio.addEventListener('loadedmetadata', resolve));
        audio.currentTime = 45;
        await new Promise((resolve) => audio.addEventListener('seeked', resolve));
        return audio.currentTime;
      });
    expect(Math.round(await sought)).toBe(45);
  });

  test('"kept" is shown only for stored data, and a failed commit returns false', async ({
    page,
  }) => {
    const address = put('a.zip', [
      ['imsmanifest.xml', foreignManifest()],
      ['index.html', foreignPage],
      ['a.js', foreignScript],
    ]);
    await page.goto(address);
    await page.locator('#launch').click();
    const frame = page.frameLocator('#course');
    await expect(frame.locator('#w')).toHaveText(/^ran true/);
    const commit = () =>
      page.evaluate(() => {
        const { API } = window as unknown as { API: Record<string, (...args: string[]) => string> };
        API['LMSSetValue']?.('cmi.core.lesson_location', 'here');
        return [API['LMSCommit']?.(''), API['LMSGetLastError']?.()];
      });
    expect(await commit()).toEqual(['true', '0']);
    await expect(page.locator('#kept')).toBeVisible();
    rmSync(join(folder, 'attempts'), { recursive: true });
    writeFileSync(join(folder, 'attempts'), 'a file where the folder was');
    expect(await commit()).toEqual(['false', '101']);
    await expect(page.locator('#kept')).toBeHidden();
    await expect(page.locator('#not-kept')).toBeVisible();
  });

  test('data sent during unload arrives, and is then shown as kept @wide', async ({ page }) => {
    const leaving = `${foreignScript}
      addEventListener('unload', function () {
        parent.API.LMSSetValue('cmi.core.lesson_location', 'left');
        parent.API.LMSFinish('');
      });`;
    const address = put('a.zip', [
      ['imsmanifest.xml', foreignManifest()],
      ['index.html', foreignPage],
      ['a.js', leaving],
    ]);
    await page.goto(address);
    await page.locator('#launch').click();
    await expect(page.frameLocator('#course').locator('#w')).toHaveText(/^ran true/);
    await page.locator('#close').click();
    await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
    expect(await element(page, 'cmi.core.lesson_location')).toBe('left');
    await expect(page.locator('#kept')).toBeVisible();
  });

  test('a package can access neither the attempts nor the storage of another @wide', async ({
    page,
  }) => {
    const other = put('other.zip', [
      ['imsmanifest.xml', foreignManifest({ identifier: 'other' })],
      ['index.html', foreignPage],
      ['a.js', foreignScript],
    ]);
    const own = put('own.zip', [
      ['imsmanifest.xml', foreignManifest({ identifier: 'own' })],
      ['index.html', foreignPage],
      ['a.js', foreignScript],
    ]);
    await page.goto(other);
    const otherOrigin = new URL(page.url()).origin;
    await page.evaluate(() => {
      localStorage.setItem('of', 'other');
    });
    await page.goto(own);
    const reached = await page.evaluate(
      async ({ otherOrigin, home }) => {
        const outcome = async (address: string, options?: RequestInit) => {
          try {
            return (await fetch(address, options)).status;
          } catch {
            return 'blocked';
          }
        };
        return [
          localStorage.getItem('of'),
          await outcome(`${otherOrigin}/attempt?package=other.zip`),
          await outcome(`${otherOrigin}/attempt?package=other.zip`, { method: 'DELETE' }),
          await outcome('attempt?package=other.zip'),
          await outcome(`${home}package?name=own.zip`, { method: 'POST', body: 'x' }),
        ];
      },
      { otherOrigin, home: preview.url },
    );
    expect(reached).toEqual([null, 'blocked', 'blocked', 'blocked', 'blocked']);
  });

  test('an uploaded third-party package opens beside the built ones @wide', async ({ page }) => {
    await page.goto(preview.url);
    await page.locator('#zip').setInputFiles({
      name: 'unit.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(
        writeZip([
          ['imsmanifest.xml', foreignManifest({ href: 'unit/index.html' })],
          ['unit\\index.html', foreignPage],
          ['unit\\a.js', foreignScript],
        ]),
      ),
    });
    await page.locator('#launch').click();
    await expect(page.frameLocator('#course').locator('#w')).toHaveText(/^ran true/);
    await expect(page.locator('.notice').first()).toContainText('backslashes');
    await page.getByRole('link', { name: 'Other packages' }).click();
    await expect(page).toHaveURL(preview.url);
  });
});
