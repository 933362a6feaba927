import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations, violationsOfLayout } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const exercises = Object.entries(builtCourse().workshop?.exercises ?? {}).flatMap(
  ([id, { form }]) => (form ? [{ id, form }] : []),
);
const pageOf = (id: string) => `en/workshop/forms/${id}.html`;

/** Presses a button that gives a file. @returns its path */
async function saved(page: Page, button: string | RegExp): Promise<string> {
  return (await download(page, button)).path();
}

async function download(page: Page, button: string | RegExp) {
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return file;
}

const cell = (page: Page, row: string, column: string) =>
  page.locator(`[data-row="${row}"] [name="${column}"]`);

const json = (name: string, body: string) => ({
  ...{ name, mimeType: 'application/json', buffer: Buffer.from(body) },
});

test('a map is filled in, survives a reload, is drawn, and exports as table, document, drawing and file @wide', async ({
  page,
}) => {
  await page.goto(pageOf('continuum-map'));
  await page.getByLabel('Group', { exact: true }).fill('Health');
  await cell(page, 'pre-arrest', 'decides').fill('Officer in charge');
  await cell(page, 'pre-arrest', 'lost').fill('At night');
  await cell(page, 'pre-arrest', 'service').fill('Drop-in <Harbour Street>');
  await page.getByRole('button', { name: 'Add a line' }).click();
  // The new line has the focus: its name is typed at once.
  await page.keyboard.type('Police bail');
  const drawing = page.locator('[data-result="0"] > svg:first-child');
  await expect(drawing).toContainText('Drop-in <Harbour');
  await expect(drawing).toContainText('Police bail');
  await page.reload();
  await expect(cell(page, 'pre-arrest', 'decides')).toHaveValue('Officer in charge');
  await expect(page.getByLabel('Group', { exact: true })).toHaveValue('Health');
  expect(await violations(page)).toEqual([]);

  const rows = parsedCsv(readFileSync(await saved(page, /CSV/), 'utf8'));
  expect(rows[1]?.slice(0, 2)).toEqual(['Pre-arrest', 'Officer in charge']);
  expect(rows.at(-1)?.[0]).toBe('Police bail');
  expect(readFileSync(await saved(page, /SVG/), 'utf8')).toContain('Officer in charge');
  const docx = await saved(page, /docx/);
  const { value } = await mammoth.convertToHtml({ path: docx });
  for (const text of ['The stages of this district</h2>', 'Officer in charge', 'Health'])
    expect(value).toContain(text);
  expect(value).toMatch(/<img [^>]*alt="The continuum here"[^>]*src="data:image\/png/);
});

test('the sheets of two groups are merged, their difference is settled, and the gaps are in the plan @wide', async ({
  page,
}) => {
  const files: string[] = [];
  for (const [group, used] of [
    ['Health', 'amber'],
    ['Justice', 'red'],
  ] as const) {
    await page.goto(pageOf('route-matrix'));
    await page.getByLabel('Group', { exact: true }).fill(group);
    await page.locator('[name="route"]').fill('Conditional discontinuance');
    await page.locator('[name="law"]').selectOption('green');
    await page.locator('[name="used"]').selectOption(used);
    const file = await download(page, 'Save as a file');
    expect(file.suggestedFilename()).toBe(`exercise-route-matrix-${group}.json`);
    files.push(readFileSync(await file.path(), 'utf8'));
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await page.getByRole('button', { name: 'Empty it' }).click();
    await expect(page.locator('[name="route"]')).toHaveValue('');
  }
  await page
    .getByLabel('Add the files of groups')
    .setInputFiles(files.map((body, place) => json(`group-${place}.json`, body)));
  await expect(page.locator('[data-part="merge-said"]')).toContainText('Health, Justice');
  const differences = page.locator('[data-part="differences"] li');
  await expect(differences).toHaveCount(1);
  await expect(differences).toContainText('Conditional discontinuance – Used:');
  await page.reload();
  await expect(differences).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Red (Justice)' }).click();
  const matrix = page.locator('[data-table="routes"] [data-part="filled"] tbody');
  await expect(matrix.locator('[data-colour="red"]')).toHaveText('Red');
  await expect(differences).toHaveCount(0);
  await expect(page.locator('[data-part="alike"]')).toBeVisible();
  await expect(page.locator('[data-result="1"]')).toContainText('Conditional discontinuance');
  await page.getByRole('button', { name: 'Carry into the action plan' }).click();
  await expect(page.locator('[data-part="said"]')).toContainText('plan: 1. There already: 0.');
  await page.getByRole('button', { name: 'Carry into the action plan' }).click();
  await expect(page.locator('[data-part="said"]')).toContainText('plan: 0. There already: 1.');
  await page.goto('en/workshop/plan.html');
  await expect(page.getByLabel('Gap')).toHaveValue(/discontinuance\. In law: Green\. Used: Red\./);
});

test('a file of another exercise, a damaged file and a letter are rejected and change nothing', async ({
  page,
}) => {
  await page.goto(pageOf('stakeholder-map'));
  const other = readFileSync(await saved(page, 'Save as a file'), 'utf8');
  await page.goto(pageOf('hundred-days'));
  await cell(page, 'day-10', 'do').fill('Call the clinic');
  const own = readFileSync(await saved(page, 'Save as a file'), 'utf8');
  for (const [label, place] of [
    ['Open a file that was saved here', 'file-said'],
    ['Add the files of groups', 'merge-said'],
  ] as const) {
    const said = page.locator(`[data-part="${place}"]`);
    for (const [name, body, reason] of [
      ['map.json', other, 'belongs to another page'],
      ['cut.json', own.slice(0, -30), 'damaged'],
      ['changed.json', own.replace('Call', 'Tell'), 'damaged'],
      ['letter.json', 'Dear colleague', 'not saved by this kit'],
    ] as const) {
      await page.getByLabel(label).setInputFiles(json(name, body));
      await expect(said).toContainText(reason);
      await expect(said).toContainText(name);
      await expect(cell(page, 'day-10', 'do')).toHaveValue('Call the clinic');
      await expect(page.locator('[data-part="group-names"] li')).toHaveCount(0);
    }
  }
});

test('a ladder can be ranked by keyboard, and the focus and a sentence follow the line @wide', async ({
  page,
}) => {
  await page.goto(pageOf('response-ladder'));
  const titles = page.locator('[data-table="ladder"] legend');
  await page.getByRole('button', { name: 'Up: A hearing before the judge' }).focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Enter');
  await expect(titles.first()).toHaveText('1. A hearing before the judge');
  await expect(page.locator('[data-part="moved-said"]')).toContainText('place 1');
  // It cannot go further up, so the focus is where it can go.
  await expect(
    page.getByRole('button', { name: 'Down: A hearing before the judge' }),
  ).toBeFocused();
  await page.reload();
  await expect(titles.first()).toHaveText('1. A hearing before the judge');
});

test('costs are calculated while typing @wide', async ({ page }) => {
  await page.goto(pageOf('costing'));
  for (const [column, number] of [
    ['today', '3000'],
    ['route', '300'],
    ['price', '20'],
    ['most', '35'],
  ] as const)
    await cell(page, 'custody', column).fill(number);
  await expect(page.locator('[data-row="custody"] output').first()).toHaveText('60,000');
  await expect(page.locator('[data-result="0"]')).toContainText('costs less: 54,000');
  await expect(page.locator('[data-result="0"]')).toContainText('Day in custody');
});

test('failing storage is reported at once, and a file can still be saved', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(pageOf('debrief'));
  await expect(page.getByRole('alert')).toContainText('does not keep');
  await cell(page, 'time', 'seen').fill('An hour late');
  expect(readFileSync(await saved(page, 'Save as a file'), 'utf8')).toContain('An hour late');
});

test('every form fits and works on a small screen, and prints with its entries @wide', async ({
  page,
}) => {
  expect(exercises.length).toBeGreaterThanOrEqual(10);
  for (const { id, form } of exercises) {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(pageOf(id));
    expect.soft(await violationsOfLayout(page), id).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(wide, id).toBeLessThanOrEqual(0);
    await page.locator('textarea').first().fill('Typed here');
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = await page.pdf({ format });
      const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
      expect.soft(text.join(' ').replace(/\s+/g, ' '), id).toContain('Typed here');
      expect.soft(totalPages, id).toBeLessThanOrEqual(2 * form.tables.length);
    }
  }
});
