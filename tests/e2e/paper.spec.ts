import { expect, test, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { builtCourse } from '../browser/learner.ts';

const { modules } = builtCourse();
const formats = ['A4', 'Letter'] as const;

/** The words of each sheet, in every format. */
async function sheets(page: Page, path: string) {
  await page.goto(path);
  const found: (readonly [(typeof formats)[number], readonly string[]])[] = [];
  for (const format of formats) {
    const pdf = await page.pdf({ format });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    found.push([format, text.map((words) => words.replace(/\s+/g, ' ').trim())]);
  }
  return found;
}

test('the summary of a module prints on one sheet, to hang on a wall @wide', async ({ page }) => {
  for (const { id } of modules)
    for (const [format, all] of await sheets(page, `en/${id}/summary.html`))
      expect.soft(all, `${id}, ${format}`).toHaveLength(1);
});

test('cards to hold up print two on a sheet and nothing else, to be cut together @wide', async ({
  page,
}) => {
  for (const [format, all] of await sheets(page, 'en/workshop/cards.html'))
    expect(all, format).toEqual(['A B', 'C D', 'E F']);
});

test('the questions of a module and the spaces for answers print on one sheet @wide', async ({
  page,
}) => {
  for (const { id } of modules)
    for (const [format, all] of await sheets(page, `en/workshop/sets/${id}-a.html`))
      expect
        .soft(all, `${id}, ${format}`)
        .toEqual([expect.stringMatching(/\d\. .*On paper, write one letter/)]);
});

test('a day of an agenda prints on one sheet of the guide @wide', async ({ page }) => {
  for (const [, [first = '', second = '']] of await sheets(
    page,
    'en/workshop/guides/three-days-plan.html',
  )) {
    const days = `${first} ${second}`.match(/Day \d/g);
    expect(days).toEqual(['Day 1', 'Day 2', 'Day 3']);
    // A day ends on the sheet on which it begins.
    for (const sheet of [first, second])
      expect(sheet.match(/Day \d/g)?.length ?? 0).toBe(
        sheet.match(/Looking back, next steps/g)?.length ?? 0,
      );
  }
});

test('a printed source names its author and title @wide', async ({ page }) => {
  await page.goto('en/sources.html');
  await page.emulateMedia({ media: 'print' });
  const source = page.locator('.entries details').first();
  await expect(source.locator('summary')).toBeVisible();
  await expect(source.locator('summary')).toContainText(/\(\d{4}\)/);
});
