import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Firefox, hasFirefox, startFirefox } from '../browser/firefox.ts';
import { seenInFirefox } from '../browser/firefox-accessibility.ts';

const deck = 'en/workshop/slides/pre-arrest.html';
const room = 'en/workshop/room/bus-station.html';
const [pageDown, pageUp] = ['\uE00F', '\uE00E'];

const places = {
  'a server': (path: string, site = '') => site + path,
  'a disk': (path: string) => pathToFileURL(resolve('dist/site', path)).href,
} as const;

/** Text of an element, or nothing where it is hidden. */
const shown = (selector: string) =>
  `(() => { const found = document.querySelector(${JSON.stringify(selector)}); return found?.checkVisibility({ visibilityProperty: true }) ? found.textContent.trim() : ''; })()`;

const poll = (firefox: Firefox, selector: string, window = 0) =>
  expect.poll(() => firefox.evaluate(shown(selector), window).catch(() => undefined));

test.skip(!hasFirefox, 'Firefox is not installed.');

test('Firefox: axe finds no violation of colour or layout on any kind of page of the kit @wide', async ({
  baseURL,
}) => {
  test.setTimeout(600_000);
  const firefox = await startFirefox();
  try {
    const tools = ['index', 'agenda', 'entry', 'readiness', 'plan', 'attendance', 'facilitation'];
    const made = ['forms/case-conference', 'forms/route-matrix', 'forms/costing', 'slides/trial'];
    const papers = ['cards', 'noise', 'noise/1', 'noise/papers', 'sets/course-a', 'answers/course'];
    const cases = ['room', 'booklets', 'keys'].map((folder) => `${folder}/bus-station`);
    const guides = ['guides/half-day-court', 'exercises/case-conference', 'sets/daily-reaction-2'];
    const paths = [...tools, ...made, ...papers, ...cases, ...guides].map(
      (name) => `en/workshop/${name}.html`,
    );
    for (const [path, { violations }] of await seenInFirefox(firefox, baseURL ?? '', paths))
      expect.soft(violations, path).toBe('');
  } finally {
    await firefox.close();
  }
});

for (const [place, addressOf] of Object.entries(places)) {
  test(`Firefox: the wall and the facilitator's desk from ${place} stay synchronised @wide`, async ({
    baseURL,
  }) => {
    const firefox = await startFirefox();
    try {
      await firefox.goto(addressOf(deck, baseURL));
      await firefox.click('[data-part="projector"]');
      const now = '.leaf[data-now] h2';
      const first = await firefox.evaluate(shown(now));
      expect(first).not.toBe('');
      await poll(firefox, now, 1).toBe(first);
      await firefox.press(pageDown);
      await firefox.press(pageDown);
      const place = '[data-part="place"]';
      await poll(firefox, place).toContain('Slide 3 of');
      await poll(firefox, now, 1).toBe(await firefox.evaluate(shown(now)));
      await firefox.press(pageUp, 1);
      await poll(firefox, place).toContain('Slide 2 of');
      await firefox.press('b', 1);
      await poll(firefox, now, 1).toBe('');
      expect(await firefox.evaluate(shown('.slide-notes[open]'), 1)).toBe('');
      expect(firefox.faults).toEqual([]);
    } finally {
      await firefox.close();
    }
  });

  test(`Firefox: a group plays a case from ${place} in two synchronised windows, and it is stored @wide`, async ({
    baseURL,
  }) => {
    const firefox = await startFirefox();
    try {
      await firefox.goto(addressOf(room, baseURL));
      await firefox.click('[data-part="projector"]');
      const heading = '[data-part="heading"]';
      const isShown = async (selector: string) => (await firefox.evaluate(shown(selector))) !== '';
      for (let round = 0; round < 40; round++) {
        while (await isShown('[data-part="on"]')) await firefox.click('[data-part="on"]');
        await poll(firefox, heading, 1).toBe(await firefox.evaluate(shown(heading)));
        if (!(await isShown('[data-part="panel"]'))) break;
        await firefox.evaluate(`(() => {
          const field = document.querySelector('[data-part="panel"] input[type="number"]');
          field.value = '7';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        })()`);
        await poll(firefox, '.bars .count', 1).toContain('100%');
        await firefox.click('[data-part="decide"] button');
        await poll(firefox, heading, 1).toBe(await firefox.evaluate(shown(heading)));
        expect(await firefox.evaluate(shown('[data-part="verdicts"]'), 1)).toBe('');
      }
      expect(await isShown('[data-part="again"]')).toBe(true);
      const ending = await firefox.evaluate(shown(heading));
      await firefox.click('[data-part="open-verdicts"]');
      await poll(firefox, '.debrief', 1).not.toBe('');
      await firefox.goto(addressOf(room, baseURL));
      await poll(firefox, heading).toBe(ending);
      expect(firefox.faults).toEqual([]);
    } finally {
      await firefox.close();
    }
  });

  test(`Firefox: every page of the kit opens from ${place} with an empty console @wide`, async ({
    baseURL,
  }) => {
    const firefox = await startFirefox();
    try {
      const pages = ['index', 'agenda', 'entry', 'readiness', 'plan', 'cards', 'noise'];
      for (const name of [...pages, 'noise/papers', 'sets/course-a', 'answers/course'])
        await firefox.goto(addressOf(`en/workshop/${name}.html`, baseURL));
      await firefox.goto(addressOf('en/workshop/plan.html', baseURL));
      await firefox.click('[data-part="add"]');
      // The file is made and named, and left where it is: there is no folder for it.
      await firefox.evaluate(`HTMLAnchorElement.prototype.click = function () {
        document.body.dataset.saved = this.download;
      }`);
      await firefox.click('[data-part="docx"]');
      await expect
        .poll(() => firefox.evaluate('document.body.dataset.saved'))
        .toBe('action-plan.docx');
      expect(await firefox.evaluate(shown('[data-part="said"]'))).toBe('');
      await firefox.goto(addressOf('en/workshop/plan.html', baseURL));
      await poll(firefox, '[data-part="number"]').toBe('Action 1');
      expect(firefox.faults).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
}
