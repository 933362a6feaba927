import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { workFile } from '../../src/workshop/work-file.ts';
import { type Action, emptyAction } from '../../src/workshop/plan/plan.ts';
import { builtCourse } from '../browser/learner.ts';
import { asFile, savedBy } from '../browser/workshop-files.ts';

const course = builtCourse().id;
const kit = (name: string) => `en/workshop/${name}.html`;
const open = (page: Page, text: string) =>
  page.getByLabel('Open a file that was saved here').setInputFiles(asFile('plan.json', text));

test('a plan of two hundred actions opens, can be edited, is stored, and exports completely @wide', async ({
  page,
}) => {
  const actions = Array.from({ length: 200 }, (_, place): Action => ({
    ...emptyAction(`a${place}`),
    ...{ gap: `Gap ${place + 1}`, action: 'What is done. '.repeat(20), who: 'Amina Okoro' },
  }));
  await page.goto(kit('plan'));
  await open(
    page,
    workFile({ kind: 'plan', course }, 'A plan', { title: 'P', group: '', actions }),
  );
  const gaps = page.locator('[data-part="actions"] [name="gap"]');
  await expect(gaps).toHaveCount(200);
  await gaps.last().fill('The last gap of all');
  await page.reload();
  await expect(gaps.last()).toHaveValue('The last gap of all');
  const docx = await savedBy(page, 'Save for a word processor (.docx)');
  const { value } = await mammoth.extractRawText({ path: docx.path });
  for (const text of ['Gap 1', 'Gap 150', 'The last gap of all']) expect(value).toContain(text);
  const csv = await savedBy(page, 'Save as a table (CSV)');
  expect(csv.text.trim().split('\n').length).toBeGreaterThan(200);
});

test('a room of seven tables votes, and each table is in the export @wide', async ({ page }) => {
  await page.goto(kit('room/bus-station'));
  const on = page.getByRole('button', { name: 'Go on', exact: true });
  while (await on.isVisible()) await on.click();
  for (let table = 1; table <= 7; table++) {
    await page.getByRole('button', { name: 'Add a table' }).click();
    await page.getByLabel(`Name of table ${table}`).fill(`Table ${table}`);
    await page.getByLabel(`Choice of table ${table}`).selectOption({ index: 1 + (table % 2) });
  }
  await expect(page.locator('.bars .count').nth(1)).toContainText('4 (57%)');
  await page.getByRole('button', { name: 'Go on with B' }).click();
  await page.reload();
  const csv = await savedBy(page, 'Save the votes as CSV');
  for (let table = 1; table <= 7; table++) expect(csv.text).toContain(`Table ${table}`);
});

test('two windows of one form never undo each other', async ({ page, context }) => {
  await page.goto(kit('forms/hundred-days'));
  const other = await context.newPage();
  await other.goto(page.url());
  const cell = (of: Page, row: string) => of.locator(`[data-row="${row}"] [name="do"]`);
  await cell(page, 'day-10').fill('Written in the first window');
  await expect(cell(other, 'day-10')).toHaveValue('Written in the first window');
  await cell(other, 'day-30').fill('Written in the second');
  await expect(cell(page, 'day-30')).toHaveValue('Written in the second');
  await page.reload();
  await expect(cell(page, 'day-10')).toHaveValue('Written in the first window');
  await expect(cell(page, 'day-30')).toHaveValue('Written in the second');
});

/** Exercises share one element: of those whose forms have the same kinds of cells the first stands for the others. */
const unlikeForms = () => {
  const byCells = new Map<string, string>();
  for (const [id, { form }] of Object.entries(builtCourse().workshop?.exercises ?? {})) {
    const kinds = form?.tables.flatMap(({ columns }) => columns.map(({ kind }) => kind)) ?? [];
    const cells = [...new Set(kinds)].toSorted().join();
    if (form && !byCells.has(cells)) byCells.set(cells, `forms/${id}`);
  }
  return [...byCells.values()];
};

test('every kind of form of the kit is unchanged after a reload in the middle of a word @wide', async ({
  page,
}) => {
  const forms = unlikeForms();
  expect(forms.length).toBeGreaterThanOrEqual(4);
  for (const name of [...forms, 'plan', 'readiness', 'attendance', 'noise', 'answers/course']) {
    await page.goto(kit(name));
    if (name === 'plan') await page.getByRole('button', { name: 'Add an action' }).click();
    const field = page.locator('main textarea:visible').first();
    await field.fill('Half a wo');
    await field.press('End');
    await page.keyboard.press('r');
    await page.reload();
    await expect.soft(field, name).toHaveValue('Half a wor');
  }
});

test('an agenda that begins at eight in the evening ends at a time of the next day @wide', async ({
  page,
}) => {
  await page.goto(kit('agenda'));
  await page.locator('[data-part="ready"]').selectOption('day-health-justice');
  await page.getByLabel('Begins at').fill('20:00');
  const times = page.locator('[data-part="days"] td:first-child');
  await expect(times.last()).toHaveText(/–03:00$/);
  await page.getByLabel('This has ended').selectOption({ index: 4 });
  await page.getByLabel('It ended at').fill('00:10');
  await expect(page.locator('[data-part="shifted"] li').first()).toContainText('00:10–');
  const link = await savedBy(page, 'Save as a file');
  expect(readFileSync(link.path, 'utf8')).toContain('"start": 1200');
});
