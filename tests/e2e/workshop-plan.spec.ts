import { expect, test, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { tooWide } from '../browser/right-to-left.ts';
import { asFile, savedBy } from '../browser/workshop-files.ts';

const tools = {
  entry: {
    path: 'en/workshop/entry.html',
    fill: async (page: Page) => {
      await page.getByLabel('Route', { exact: true }).fill('Caution with a referral');
      await page.getByRole('button', { name: 'Add a rule' }).click();
      await page.getByRole('textbox', { name: 'Rule 1' }).fill('Adults only');
      await page.getByRole('checkbox', { name: 'adult', exact: true }).check();
    },
    holds: async (page: Page) => {
      await expect(page.getByLabel('Route', { exact: true })).toHaveValue(
        'Caution with a referral',
      );
      await expect(page.getByRole('textbox', { name: 'Rule 1' })).toHaveValue('Adults only');
      await expect(page.locator('[data-part="in"]')).toHaveText(/^360 of 1,?080/);
    },
  },
  readiness: {
    path: 'en/workshop/readiness.html',
    fill: async (page: Page) => {
      await page.locator('[data-part="group"]').fill('Savara');
      const item = page.locator('[data-item]').first();
      await item.getByRole('radio').nth(1).check();
      await item.getByLabel('Evidence').fill('Circular 4 of 2025');
    },
    holds: async (page: Page) => {
      await expect(page.locator('[data-part="group"]')).toHaveValue('Savara');
      const item = page.locator('[data-item]').first();
      await expect(item.getByRole('radio').nth(1)).toBeChecked();
      await expect(item.getByLabel('Evidence')).toHaveValue('Circular 4 of 2025');
      await expect(page.locator('[data-part="result"] tr').first()).toContainText('answered 1');
    },
  },
  plan: {
    path: 'en/workshop/plan.html',
    fill: async (page: Page) => {
      await page.getByLabel('Title').fill('Plan of Savara');
      await page.getByRole('button', { name: 'Add an action' }).click();
      await page.getByLabel('Objective').fill('Nobody is lost between court and clinic');
      await page.getByLabel('Done within').selectOption('6');
    },
    holds: async (page: Page) => {
      await expect(page.getByLabel('Title')).toHaveValue('Plan of Savara');
      await expect(page.getByLabel('Objective')).toHaveValue(
        'Nobody is lost between court and clinic',
      );
      await expect(page.getByLabel('Done within')).toHaveValue('6');
    },
  },
} as const;

/** The copies on the disk, as one text. */
const copyOnDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('course-progress');
        opening.onsuccess = () => {
          const all = opening.result.transaction('records').objectStore('records').getAll();
          all.onsuccess = () => done(all.result.join());
          opening.result.close();
        };
      }),
  );

const said = (page: Page) => page.locator('[data-part="file-said"]');

for (const [name, { path, fill, holds }] of Object.entries(tools)) {
  // The three keep their work by the same code: one tells a fault of it, and the others are wide tests.
  const when = name === 'plan' ? '' : ' @wide';
  test(`${name}: entries fit a telephone and a projector, survive a reload and can be restored from their file; a bad file is rejected with a reason and changes nothing${when}`, async ({
    page,
  }) => {
    await page.goto(path);
    await fill(page);
    await holds(page);
    for (const [width, height] of [
      [360, 640],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect.soft(await tooWide(page), `at ${width} pixels`).toBeLessThanOrEqual(0);
      await holds(page);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await holds(page);

    const { text } = await savedBy(page, 'Save as a file');
    const open = page.getByLabel('Open a file that was saved here');
    const parts = JSON.parse(text) as Record<string, unknown>;
    const refused = [
      ['letter.txt', 'Dear colleague', 'not saved by this kit'],
      ['picture.json', '\0\u0001{"a":1}', 'not saved by this kit'],
      ['cut.json', text.slice(0, -60), 'is damaged'],
      ['edited.json', text.replace(/Savara|Caution/, 'Other'), 'is damaged'],
      ['other.json', JSON.stringify({ ...parts, kind: 'room' }), 'another page of the kit'],
      ['course.json', JSON.stringify({ ...parts, course: 'other' }), 'another course'],
      ['later.json', JSON.stringify({ ...parts, formatVersion: 99 }), 'a later version'],
    ] as const;
    for (const [file, body, reason] of refused) {
      await open.setInputFiles(asFile(file, body));
      await expect(said(page), file).toContainText(reason);
      await expect(said(page)).toContainText(file);
      await holds(page);
    }

    await page.getByRole('button', { name: 'Start afresh' }).click();
    await page.getByRole('button', { name: 'Empty it' }).click();
    await expect(page.getByText(/Savara|Caution/)).toHaveCount(0);
    await open.setInputFiles(asFile('mine.json', text));
    await expect(said(page)).toHaveText('mine.json is open.');
    await holds(page);
  });

  test(`${name}: full storage is reported where the trainer types, with a file that contains everything${when}`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(path);
    const notice = page.locator('[data-keeping-state="refused"]');
    await expect(notice).toBeInViewport({ ratio: 1 });
    await fill(page);
    await expect(notice).toBeInViewport({ ratio: 1 });
    expect(await violations(page)).toEqual([]);
    const { text } = await savedBy(page, notice.getByRole('button', { name: 'Save as a file' }));
    await page.reload();
    await page.getByLabel('Open a file that was saved here').setInputFiles(asFile('a.json', text));
    await holds(page);
  });

  test(`${name}: work damaged on the device is restored from its copy; without a copy it is set aside and reported${when}`, async ({
    page,
  }) => {
    await page.goto(path);
    await fill(page);
    await expect.poll(() => copyOnDisk(page)).toMatch(/Circular 4|"adult"|"by":"6"/);
    const key = await page.evaluate(() => {
      const found = Object.keys(localStorage).find((each) =>
        /^ati-workshop:.*(?<!:turn)$/.test(each),
      );
      if (found === undefined) throw new Error('nothing is kept');
      localStorage.setItem(found, (localStorage.getItem(found) ?? '').slice(0, -5));
      return found;
    });
    await page.reload();
    await holds(page);
    const notice = page.locator('[data-keeping-state="unreadable"]');
    await expect(notice).toBeHidden();
    await page.evaluate(async (name) => {
      localStorage.setItem(name, (localStorage.getItem(name) ?? '').slice(0, -5));
      await new Promise((done) => {
        indexedDB.deleteDatabase('course-progress').onsuccess = done;
      });
    }, key);
    await page.reload();
    await expect(notice).toBeInViewport({ ratio: 1 });
    expect(await violations(page)).toEqual([]);
    const aside = await page.evaluate((name) => localStorage.getItem(`${name}:unreadable`), key);
    expect(aside).toMatch(/Savara|Caution/);
    await notice.getByRole('button', { name: 'Close this notice' }).click();
    await expect(notice).toHaveCount(0);
    await fill(page);
    await page.reload();
    await holds(page);
  });
}

test('entry: a country shows our reading with its date, and excluded groups are carried into the plan once @wide', async ({
  page,
}) => {
  await page.goto(tools.entry.path);
  const country = page.getByLabel('Begin with a country');
  await expect(country.locator('option')).toHaveCount(6);
  await country.selectOption('kenya');
  await expect(page.locator('[data-country]:visible')).toContainText('This is our reading');
  await expect(page.locator('[data-part="by-rule"] tr')).not.toHaveCount(0);
  await page.locator('[data-aspect="consent"]').selectOption('no');
  const carry = page.getByRole('button', { name: 'Carry this into the plan' });
  for (let times = 0; times < 2; times++) {
    await carry.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-part="carry-said"]')).toContainText('in the action plan');
  }
  expect(await violations(page)).toEqual([]);
  await page.goto(tools.plan.path);
  await expect(page.getByLabel('Gap')).toHaveCount(1);
  await expect(page.getByLabel('Gap')).toHaveValue(/is closed to: .*does not agree/);
});

test('readiness: gaps are carried over once, and groups are compared with every rejected file named @wide', async ({
  page,
}) => {
  await page.goto(tools.readiness.path);
  await page.locator('[data-part="group"]').fill('Health');
  const items = page.locator('[data-item]');
  await items.nth(0).getByRole('radio').nth(3).check();
  const { text: health } = await savedBy(page, 'Save as a file');
  await page.locator('[data-part="group"]').fill('Justice');
  await items.nth(0).getByRole('radio').nth(0).check();
  await items.nth(1).getByRole('radio').nth(4).check();
  const groups = page.getByLabel('Add the files of other groups');
  await groups.setInputFiles([asFile('bad.json', 'nothing'), asFile('health.json', health)]);
  await expect(page.locator('[data-part="groups-said"]')).toContainText('bad.json');
  await expect(page.locator('[data-part="group-names"]')).toHaveText('Justice, Health');
  await expect(page.locator('[data-part="differences"] tr')).toHaveCount(1);
  await expect(page.locator('[data-part="differences"] tr')).toHaveClass(/parted/);
  for (let times = 0; times < 2; times++) {
    await page.getByRole('button', { name: 'Carry the gaps' }).click();
    await expect(page.locator('[data-part="carry-said"]')).toContainText('plan: 2');
  }
  expect(await violations(page)).toEqual([]);
  await page.goto(tools.plan.path);
  await expect(page.getByLabel('Gap')).toHaveCount(2);
});

test('plan: files of groups are merged, differences survive a reload until they are settled, and bad files are named', async ({
  page,
}) => {
  await page.goto(tools.plan.path);
  await tools.plan.fill(page);
  await page.getByLabel('Group', { exact: true }).fill('Health');
  await page.getByLabel('Who does it').fill('Two nurses');
  const { text: health } = await savedBy(page, 'Save as a file');
  await page.getByLabel('Group', { exact: true }).fill('Justice');
  await page.getByLabel('Who does it').fill('The registry');
  const merge = page.getByLabel('Add the files of groups');
  await merge.setInputFiles([asFile('bad.json', '{}'), asFile('health.json', health)]);
  const outcome = page.locator('[data-part="said"]');
  await expect(outcome).toContainText('bad.json was not saved by this kit');
  await expect(outcome).toContainText('Actions: 1. Differences to settle: 1.');
  await page.reload();
  const open = page.locator('[data-part="differences"] li');
  await expect(open).toContainText('The registry (Justice)');
  expect(await violations(page)).toEqual([]);
  await open.getByRole('button', { name: 'Two nurses (Health)' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Who does it')).toHaveValue('Two nurses');
  await expect(open).toHaveCount(0);
  await expect(page.getByLabel('Title')).toHaveValue('Plan of Savara');
});

test("plan: last year's file shows what has moved, even after the plan was edited @wide", async ({
  page,
}) => {
  await page.goto(tools.plan.path);
  await tools.plan.fill(page);
  const { text } = await savedBy(page, 'Save as a file');
  await page.getByLabel('How it stands').selectOption('begun');
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByLabel('Objective').nth(1).fill('Naloxone at the gate');
  const then = page.getByLabel('An earlier file of this plan');
  await then.setInputFiles(asFile('bad.json', text.slice(9)));
  await expect(page.locator('[data-part="then-said"]')).toContainText('bad.json is damaged');
  await then.setInputFiles(asFile('last-year.json', text));
  const rows = page.locator('[data-part="followed"] tr');
  await expect(rows.nth(0)).toContainText('not begun → begun');
  await expect(rows.nth(1)).toContainText('new since then');
  await page.getByLabel('How it stands').first().selectOption('done');
  await expect(rows.nth(0)).toContainText('not begun → done');
  expect(await violations(page)).toEqual([]);
});

test('entries of a plan and a self-assessment print in full at any length @wide', async ({
  page,
}) => {
  const long = Array.from({ length: 60 }, (_, word) => `word${word}`).join(' ');
  await page.goto(tools.plan.path);
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByLabel('Action', { exact: true }).fill(long);
  const paper = async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
    return (await extractText(pdf)).text.join(' ').replace(/\s+/g, ' ');
  };
  expect(await paper()).toContain(long);
  await expect(page.getByLabel('Action', { exact: true })).toBeVisible();
  await expect(page.locator('.typed')).toHaveCount(0);
  await page.goto(tools.readiness.path);
  await page.getByLabel('Evidence').first().fill(long);
  expect(await paper()).toContain(long);
});
