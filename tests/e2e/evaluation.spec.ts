import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { startPreview } from '../../scorm/preview/preview.ts';
import { namesIn } from '../../src/evaluation/evaluation.ts';
import { givenColumns } from '../../src/evaluation/evaluation-table.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';
import { builtCourse } from '../browser/learner.ts';
import { quickPackages } from '../fixtures/quick-packages.ts';

const course = builtCourse();
const { evaluation } = course;
if (evaluation === undefined) throw new Error('the course has no evaluation');
const columns = [...givenColumns, ...namesIn([...evaluation.sheet, ...evaluation.followUp])];
const dangerous = '=HYPERLINK("http://example.org","look")';
const key = `ati-notes:${course.id}:evaluation`;

/** The choice of an answer, by the name and the value under which it is kept. */
const choice = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`);

async function fillInEvaluation(page: Page) {
  await choice(page, 'useful', '4').check();
  await choice(page, 'find-exit-before', '2').check();
  await choice(page, 'find-exit-now', '4').check();
  await choice(page, 'by-when', 'month').check();
  await page.getByLabel('What will you do differently?').fill(dangerous);
}

/** The one learner in the table that the button gives. */
async function savedTable(page: Page): Promise<Record<string, string>> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`${course.id}-evaluation.csv`);
  const [head = [], ...rows] = parsedCsv(readFileSync(await file.path(), 'utf8'));
  expect(head).toEqual(columns);
  expect(rows).toHaveLength(1);
  return Object.fromEntries(head.map((name, place) => [name, rows[0]?.[place] ?? '']));
}

for (const place of ['a server', 'a disk'] as const)
  test(`the evaluation from ${place} is filled in, restored, saved as a table, and deleted (P34, P36)`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const disk = (path: string) => pathToFileURL(resolve('dist/site', path)).href;
    const url = (path: string) => (place === 'a disk' ? disk(path) : path);
    await page.clock.setFixedTime('2026-11-30T12:00:00');
    await page.goto(url('en/evaluation.html'));
    const attempt = { viewed: [], location: '', cases: {}, seconds: 9, rows: [], track: 'judge' };
    const checks = { 'pre-test': { tries: [0.5] }, final: { tries: [0.75, 11 / 12] } };
    await page.evaluate(
      ([name, text]) => localStorage.setItem(String(name), String(text)),
      [`ati:${course.id}`, JSON.stringify({ version: 1, ...attempt, checks })],
    );
    await page.reload();
    await expect(page.getByText('Difference: 42 percentage points')).toBeVisible();
    await fillInEvaluation(page);
    await page.reload();
    await expect(choice(page, 'useful', '4')).toBeChecked();
    await expect(choice(page, 'find-exit-before', '2')).toBeChecked();
    await expect(page.getByLabel('What will you do differently?')).toHaveValue(dangerous);

    await page.getByRole('link', { name: 'Go to the follow-up sheet' }).click();
    await expect(page.getByText('Your day for it: 28 February 2027')).toBeVisible();
    await expect(page.locator('[data-part="commitment"]')).toHaveText(dangerous);
    await page.clock.setFixedTime('2027-02-28T12:00:00');
    await choice(page, 'applied', 'partly').check();

    expect(await savedTable(page)).toMatchObject({
      course: course.id,
      version: course.version,
      language: 'en',
      track: 'judge',
      date: '2026-11-30',
      'pre-test': '50',
      final: '92',
      gain: '42',
      'final-tries': '2',
      useful: '4',
      clear: '',
      'find-exit-before': '2',
      'find-exit-now': '4',
      'by-when': 'month',
      commitment: `'${dangerous}`,
      'follow-up-date': '2027-02-28',
      applied: 'partly',
    });

    await page.goto(url('en/record.html'));
    await expect(page.locator('evaluation-record')).toContainText('on both sheets together: 6.');

    await page.goto(url('en/evaluation.html'));
    await page.getByRole('button', { name: 'Delete these answers' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await expect(page.getByText('It is deleted from this device.')).toBeVisible();
    await expect(choice(page, 'useful', '4')).not.toBeChecked();
    await page.reload();
    await expect(page.getByLabel('What will you do differently?')).toHaveValue('');
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
    expect(faults).toEqual([]);
  });

test('"Not you? Start afresh" deletes the answers too', async ({ page }) => {
  await page.goto('en/evaluation.html');
  await fillInEvaluation(page);
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="confirm"] [data-part="yes"]').click();
  await expect(page.locator('evaluation-record')).toContainText('You have not filled in');
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
});

test('a calendar reminder contains the day and none of the answers @wide', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-30T12:00:00');
  await page.goto('en/evaluation.html');
  await fillInEvaluation(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a reminder' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  expect(text).toContain('DTSTART;VALUE=DATE:20270228\r\n');
  expect(text).not.toContain('HYPERLINK');
});

test('the evaluation can be filled in by keyboard alone @wide', async ({ page }) => {
  await page.goto('en/evaluation.html');
  await choice(page, 'useful', '1').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'useful', '3')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(choice(page, 'clear', '1')).toBeFocused();
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toContain('"useful":"3"');
});

test('the page reports failing storage, keeps the answers, and saves them to a file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('en/evaluation.html');
  await fillInEvaluation(page);
  await expect(page.getByRole('alert').filter({ hasText: 'refuses to keep' })).toBeVisible();
  await expect(page.getByLabel('What will you do differently?')).toHaveValue(dangerous);
  expect(await savedTable(page)).toMatchObject({ useful: '4', commitment: `'${dangerous}` });
});

test('damaged answers are set aside and reported', async ({ page }) => {
  await page.goto('en/about.html');
  await page.evaluate((name) => localStorage.setItem(name, '{"version":1,"ans'), key);
  await page.goto('en/evaluation.html');
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
  await choice(page, 'useful', '4').check();
  await page.reload();
  await expect(choice(page, 'useful', '4')).toBeChecked();
  const aside = await page.evaluate((name) => localStorage.getItem(`${name}:unreadable`), key);
  expect(aside).toBe('{"version":1,"ans');
});

for (const sheet of ['evaluation', 'follow-up'] as const)
  test(`the ${sheet} sheet is complete without scripts, and can be printed and filled in @wide`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: String(baseURL),
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(`en/${sheet}.html`);
    await expect(page.locator('noscript')).toBeVisible();
    expect(await page.locator('noscript').innerText()).toContain('Without scripts nothing is kept');
    for (const part of sheet === 'evaluation' ? evaluation.sheet : evaluation.followUp)
      for (const { text } of part.items) await expect(page.getByText(text).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save as a table' })).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    // Each question for words has a box to write in.
    const boxes = page.locator('.own-words .written');
    for (let place = 0; place < (await boxes.count()); place++)
      expect((await boxes.nth(place).boundingBox())?.height).toBeGreaterThan(40);
    await context.close();
  });

test('the evaluation prints on two A4 pages and the follow-up on one, with the answers @wide', async ({
  page,
}) => {
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  await page.goto('en/evaluation.html');
  await fillInEvaluation(page);
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-written="commitment"]')).toHaveText(dangerous);
  await expect(page.locator('[data-written="commitment"]')).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.goto('en/follow-up.html');
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
});

// The site in pseudo letters (variants.setup.ts), whose evaluation is sent.
for (const standard of ['scorm12', 'scorm2004'] as const)
  test(`the learner of a ${standard} package is informed before sending the evaluation, and can send it again without an error (P23) @wide`, async ({
    page,
  }) => {
    await quickPackages(['--standard', standard], 'dist/pseudo');
    const attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
    const preview = await startPreview({ port: 0, packages: 'dist/pseudo/packages', attempts });
    try {
      await page.goto(`${preview.url}lms?package=ati-course-ar-x-pseudo-${standard}.zip`);
      await page.locator('#launch').click();
      const shell = page.frameLocator('#course');
      const frame = shell.frameLocator('#shell-frame');
      await expect(frame.locator('h1')).toBeVisible();
      await shell.locator('#shell-frame').evaluate((element: HTMLIFrameElement) => {
        const here = element.ownerDocument.location.href;
        element.contentWindow?.location.assign(new URL('ar-x-pseudo/evaluation.html', here).href);
      });
      await expect(frame.locator('[data-kept="lms-sends"]')).toBeVisible();
      await expect(frame.locator('[data-part="sending"]')).toBeVisible();
      const delivery = frame.locator('[data-part="delivery"]');
      const send = frame.locator('[data-part="send"]');
      await frame.locator('[name="useful"][value="4"]').check();
      await frame.locator('[name="length"][value="too-long"]').check();
      await frame.locator('#commitment').fill(`{lang=fr} ${'Each time. '.repeat(40)}`);
      const sent = await delivery.getAttribute('data-sent');
      await send.click();
      await expect(delivery).toHaveText(String(sent));
      await frame.locator('[name="useful"][value="5"]').check();
      await send.click();
      await expect(frame.locator('[data-part="sent-before"]')).toBeVisible();

      const told = async () => {
        const elements = await page.evaluate(() =>
          (
            window as unknown as { previewLms: { elements: () => Record<string, string> } }
          ).previewLms.elements(),
        );
        const response = standard === 'scorm12' ? 'student_response' : 'learner_response';
        return [0, 1, 2].map((row) =>
          ['id', 'type', response].map((last) => elements[`cmi.interactions.${row}.${last}`] ?? ''),
        );
      };
      await expect
        .poll(async () => (await told())[0])
        .toEqual(['evaluation.useful', 'likert', '5']);
      const [, length, commitment] = await told();
      expect(length).toEqual([
        'evaluation.length',
        'choice',
        standard === 'scorm12' ? 'c' : 'too_long',
      ]);
      expect(commitment?.slice(0, 2)).toEqual(['evaluation.commitment', 'fill-in']);
      expect(commitment?.[2]).toMatch(
        standard === 'scorm12' ? /^\{lang=fr\} Each/ : /^\(lang=fr\} Each/,
      );
      expect(commitment?.[2]?.length).toBeLessThanOrEqual(200);
      const calls = await page.evaluate(
        () =>
          (window as unknown as { previewLms: { calls: { name: string; error: string }[] } })
            .previewLms.calls,
      );
      const refused = calls.filter(
        ({ name, error }) => !name.includes('GetValue') && error !== '0',
      );
      expect(refused).toEqual([]);
    } finally {
      await preview.close();
      rmSync(attempts, { recursive: true });
    }
  });
