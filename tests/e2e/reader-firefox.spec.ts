import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Firefox, hasFirefox, startFirefox } from '../browser/firefox.ts';

const lesson = 'en/pre-arrest/exits-before-charge.html';

test.skip(!hasFirefox, 'Firefox is not installed.');

/** A voice that says nothing and ends by itself; `spoken` counts what it was given. */
const voice = `(() => {
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
    speaking: false, pending: false, cancel() {},
    getVoices: () => [{ name: 'V', voiceURI: 'v', lang: 'en-GB', localService: true, default: true }],
    speak(said) { window.spoken.push(said.text); if (window.spoken.length < 4) setTimeout(() => said.onend()); },
  }) });
  return 'ready';
})()`;
const openPanel = async (firefox: Firefox) => {
  await firefox.click('.head [href$="#reading"]');
  await expect
    .poll(() => firefox.evaluate(`String(document.querySelector('dialog.reader')?.open)`))
    .toBe('true');
};

for (const [place, addressOf] of [
  ['a server', (path: string, site = '') => site + path],
  ['a disk', (path: string) => pathToFileURL(resolve('dist/site', path)).href],
] as const)
  test(`Firefox: P57: a page from ${place} is read aloud sentence by sentence, and P56: has the chosen look @wide`, async ({
    baseURL,
  }) => {
    const firefox = await startFirefox();
    try {
      await firefox.goto(addressOf(lesson, baseURL));
      await firefox.evaluate(voice);
      await openPanel(firefox);
      await firefox.click('.reader [value="dark"]');
      const ground = `getComputedStyle(document.documentElement).backgroundColor`;
      await expect.poll(() => firefox.evaluate(ground)).toBe('rgb(16, 24, 30)');
      await firefox.click('.reader section button');
      await expect.poll(() => firefox.evaluate(`String(window.spoken.length)`)).toBe('4');
      expect(await firefox.evaluate(`document.querySelector('h1').textContent.trim()`)).toBe(
        await firefox.evaluate(`window.spoken[0]`),
      );
      expect(
        await firefox.evaluate(
          `'highlights' in CSS ? [...CSS.highlights.get('spoken')].join('').trim() && 'marked' : 'marked'`,
        ),
      ).toBe('marked');
      // "/" searches the page, as Firefox does it itself.
      await firefox.evaluate(`document.activeElement.blur() ?? ''`);
      await firefox.press('s');
      await expect
        .poll(() => firefox.evaluate(`location.pathname`).catch(() => ''))
        .toContain('search.html');
      if (place === 'a server')
        await expect.poll(() => firefox.evaluate(ground)).toBe('rgb(16, 24, 30)');
      expect(firefox.faults).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
