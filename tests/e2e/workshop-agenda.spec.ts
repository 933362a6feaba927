import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';

const builder = 'en/workshop/agenda.html';
const ready = builtCourse().workshop?.agendas ?? [];

test('every ready agenda fits, prints with its sessions, and has a guide @wide', async ({
  page,
}) => {
  expect(ready.length).toBeGreaterThanOrEqual(4);
  await page.goto(builder);
  for (const { title, id, parts } of ready) {
    await page.getByLabel('Begin with a ready agenda').selectOption({ label: title });
    await expect(page.locator('[data-part="impossible"]')).toBeHidden();
    await expect(page.locator('.parts > li')).toHaveCount(parts.length);
    const pdf = await page.pdf({ format: 'A4' });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    expect(text.join(' ')).toContain('09:00');
    expect(text.length).toBeLessThanOrEqual(6);
    const guide = readFileSync(`dist/site/en/workshop/guides/${id}.html`, 'utf8');
    expect(guide, id).toMatch(/class="guide\b/);
  }
});

test('an agenda can be built by keyboard, survives a reload, and exports as document, calendar, link and file', async ({
  page,
  context,
}) => {
  await page.goto(builder);
  await page.getByLabel('Begin with a ready agenda').selectOption({ index: 1 });
  await page.getByLabel('Title').fill('Workshop in Savara');
  const first = page.locator('.parts > li').first();
  const moved = await first.locator('span').nth(1).innerText();
  await first.getByRole('button', { name: /down$/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.parts > li').nth(1)).toContainText(moved);
  await expect(page.locator('[data-part="said"]')).toContainText('place 2');
  await expect(
    page.locator('.parts > li').nth(1).getByRole('button', { name: /down$/ }),
  ).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Workshop in Savara');
  await expect(page.locator('.parts > li').nth(1)).toContainText(moved);

  const docx = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for a word processor' }).click();
  const { value } = await mammoth.convertToHtml({ path: await (await docx).path() });
  expect(value).toContain('Workshop in Savara');
  expect(value).toContain(moved);

  await page.getByRole('button', { name: 'Save for the calendar' }).click();
  await expect(page.locator('[data-part="export-said"]')).toContainText('first day');
  await page.getByLabel('First day').fill('2027-03-01');
  const ics = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for the calendar' }).click();
  expect(readFileSync(await (await ics).path(), 'utf8')).toContain('DTSTART:20270301T090000');

  await page.getByRole('button', { name: 'Show a link' }).click();
  const link = await page.locator('[data-part="link-text"]').inputValue();
  const other = await context.browser()?.newPage();
  await other?.goto(link);
  await expect(other?.getByLabel('Title') ?? page.locator('none')).toHaveValue(
    'Workshop in Savara',
  );
  await other?.close();
});

test('every page to print for an agenda is listed once, opens and prints @wide', async ({
  page,
}) => {
  await page.goto(builder);
  await page.locator('[data-part="ready"]').selectOption('half-day-court');
  const links = page.locator('[data-part="prints"] a');
  await expect(links).toHaveCount(5);
  const pages = await links.evaluateAll((all) =>
    all.map((each) => (each as HTMLAnchorElement).href),
  );
  for (const href of pages) {
    const answer = await page.goto(href);
    expect(answer?.ok(), href).toBe(true);
    await expect(page.getByRole('button', { name: /Print/ }).first()).toBeVisible();
  }
});

test('an agenda can be changed in three ways on screen @wide', async ({ page }) => {
  await page.goto(builder);
  await test.step('a part is moved by dragging its handle', async () => {
    const longest = ready.toSorted((a, b) => b.parts.length - a.parts.length)[0]?.title ?? '';
    await page.getByLabel('Begin with a ready agenda').selectOption({ label: longest });
    const parts = page.locator('.parts > li');
    const [first = '', second = '', third = ''] = await parts
      .locator('span:nth-child(2)')
      .allInnerTexts();
    await parts.nth(2).scrollIntoViewIfNeeded();
    const [from, to] = await Promise.all(
      [0, 2].map((place) => parts.nth(place).locator('.handle').boundingBox()),
    );
    if (!from || !to) throw new Error('The list has no handles.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect(parts.locator('span:nth-child(2)').nth(2)).toHaveText(first);
    await expect(parts.locator('span:nth-child(2)').nth(0)).toHaveText(second);
    await expect(parts.locator('span:nth-child(2)').nth(1)).toHaveText(third);
  });
  await test.step('a session that runs over shifts the rest', async () => {
    await page.getByLabel('Begin with a ready agenda').selectOption({ index: 1 });
    await page.getByLabel('This has ended').selectOption({ index: 0 });
    await page.getByLabel('It ended at').fill('09:35');
    await expect(page.locator('[data-part="shifted"] li').first()).toContainText('09:35–');
    await expect(page.locator('[data-part="clock-said"]')).toContainText('ends in time');
    await page.getByLabel('It ended at').fill('12:20');
    await expect(page.locator('[data-part="clock-said"]')).toContainText('minutes late');
  });
  await test.step('an impossible request suggests what to leave out', async () => {
    await page.getByLabel('Begin with a ready agenda').selectOption({ index: ready.length });
    await page.getByLabel('Length').selectOption('half-day');
    await expect(page.locator('[data-part="impossible"]')).toContainText('Leave out all of these');
    await expect(page.locator('[data-part="agenda"]')).toBeHidden();
  });
});
