import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { certified, openCertificate } from '../browser/certified.ts';
import { builtCourse } from '../browser/learner.ts';

const course = builtCourse();
/** The longest name that the field takes. */
const longName = 'Amina Wanjiru Diallo-Oyelaran Mwangi of Nairobi and Dakar, born in Yamoussoukro';

/** The text of the page as it is printed, spaces made one. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  return text.replace(/\s+/g, ' ');
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

// Print has no theme, so each is tried with a track or two, and not with all.
for (const [track, colorScheme] of [
  ['express', 'dark'],
  ['prison-health', 'light'],
  ['everyone', 'dark'],
] as const)
  test(`a certificate of the track "${track}", viewed in ${colorScheme}, prints on one page of A4 and of Letter @wide`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openCertificate(page, certified(course, track));
    await expect(page.locator('article.certificate')).toBeVisible();
    await expect(page.locator('[data-part="missing"]')).toBeHidden();
    await page.getByLabel('Your name').fill(longName);
    const number = await page.locator('[data-part="number"]').innerText();
    expect(number).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{4}$/);
    for (const format of ['A4', 'Letter'])
      expect(pagesOf(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1);

    const text = await printed(page);
    for (const fact of [
      longName,
      course.title,
      course.version,
      '92%',
      '3 h 25 min',
      number,
      course.tracks.find(({ id }) => id === track)?.title ?? '',
    ])
      expect(text).toContain(fact);
    expect(text).toContain('proves neither the person nor the course');
    expect(text).not.toContain('Keep my name');
    expect(text).not.toContain('Verify a certificate');
  });

test('the certificate lists the objectives of the core lessons and no others @wide', async ({
  page,
}) => {
  await openCertificate(page, certified(course, 'express'));
  const core = course.tracks.find(({ id }) => id === 'express')?.lessons ?? [];
  const ids = course.modules
    .flatMap(({ lessons }) => lessons)
    .filter(({ id }) => core.includes(id))
    .flatMap(({ objectives }) => objectives);
  await expect(page.locator('[data-taught]:not([hidden])')).toHaveCount(new Set(ids).size);
});

test('the name is discarded unless the learner keeps it, and the date stays', async ({ page }) => {
  await page.clock.setFixedTime('2026-12-01T12:00:00');
  await openCertificate(page, certified(course, 'express'));
  const name = page.getByLabel('Your name');
  await name.fill('Amina Diallo');
  await page.clock.setFixedTime('2027-03-05T12:00:00');
  await page.reload();
  await expect(name).toHaveValue('');
  await expect(page.locator('[data-part="date"]')).toHaveText('1 December 2026');
  await expect(page.locator('[data-part="number"]')).toHaveText('comes with your name');
  await expect(page.locator('[data-part="badge"]')).toBeDisabled();
  await name.fill('Amina Diallo');
  await page.getByLabel('Keep my name').check();
  await page.reload();
  await expect(name).toHaveValue('Amina Diallo');
  // The kept certificate goes with everything else.
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="yes"]').click();
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(
    'Amina',
  );
});

test('the start page leads a learner who has done everything to the certificate @wide', async ({
  page,
}) => {
  const [last = ''] = course.modules.at(-1)?.lessons.map(({ id }) => id) ?? [];
  await openCertificate(page, { ...certified(course, 'express'), location: last }, 'en/index.html');
  const begin = page.locator('[data-begin]');
  await expect(begin).toHaveText('Your certificate');
  await begin.click();
  await expect(page.locator('article.certificate')).toBeVisible();
});

test('an incomplete course shows what is missing, with links, and no certificate', async ({
  page,
}) => {
  const all = certified(course, 'express');
  const [, ...viewed] = all.viewed;
  await openCertificate(page, { ...all, viewed, cases: {}, checks: { final: { tries: [0.5] } } });
  await expect(page.locator('article.certificate')).toBeHidden();
  const missing = page.locator('[data-part="missing"]');
  const first = course.modules
    .flatMap(({ lessons }) => lessons)
    .find(({ id }) => id === all.viewed[0]);
  await expect(missing.locator('[data-part="lessons"] a:visible')).toHaveCount(1);
  await expect(missing.getByRole('link', { name: first?.title ?? '' })).toBeVisible();
  await expect(missing).toContainText('One of these is enough.');
  await expect(missing.getByText('One of each stage is enough.')).toBeHidden();
  const staged = course.modules
    .flatMap(({ cases }) => cases)
    .filter(({ stage }) => stage !== undefined);
  await expect(missing.locator('[data-part="cases"] a:visible')).toHaveCount(staged.length);
  await missing.getByRole('link', { name: 'Final assessment' }).click();
  await expect(page).toHaveURL(/en\/final\.html$/);
});

test('the whole course requires a case of each stage, and a finished stage is not listed @wide', async ({
  page,
}) => {
  const all = certified(course, 'everyone');
  const staged = course.modules.flatMap(({ cases }) => cases);
  const trial = staged.find(({ stage }) => stage === 'trial')?.id ?? '';
  await openCertificate(page, { ...all, cases: { [trial]: all.cases[trial] ?? {} } });
  const cases = page.locator('[data-part="missing"] [data-part="cases"]');
  await expect(cases.getByRole('heading', { name: 'Pre-trial' })).toBeVisible();
  await expect(cases.getByRole('heading', { name: 'Trial and sentencing' })).toBeHidden();
  await expect(page.locator('[data-part="lessons"]')).toBeHidden();
  await expect(page.locator('[data-part="final"]')).toBeHidden();
});

test('a certificate number is checked against the facts typed from paper', async ({ page }) => {
  await openCertificate(page, certified(course, 'express'));
  await page.getByLabel('Your name').fill('Amina Diallo');
  const number = await page.locator('[data-part="number"]').innerText();
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  const [date = ''] = /\d{4}-\d\d-\d\d/.exec(kept) ?? [];
  const form = page.locator('verify-certificate');
  await form.getByLabel('Name').fill('Amina Dialol');
  await form.getByLabel('Track').selectOption('express');
  await form.getByLabel('Completed on').fill(date);
  await form.getByLabel('Best final assessment').fill('92');
  await form.getByLabel('Verification code').fill(number.toLowerCase());
  await form.getByRole('button').click();
  await expect(form.getByText('The code does not fit')).toBeVisible();
  await form.getByLabel('Name').fill('Amina Diallo');
  await expect(form.getByText('The code does not fit')).toBeHidden();
  await form.getByRole('button').click();
  await expect(form.getByText('The code fits')).toBeVisible();
});

for (const place of ['a server', 'a disk'] as const)
  test(`the badge file is saved from ${place} and named as unsigned (P34, P36) @wide`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const disk = pathToFileURL(resolve('dist/site', 'en/certificate.html')).href;
    await openCertificate(
      page,
      certified(course, 'express'),
      place === 'a disk' ? disk : 'en/certificate.html',
    );
    await page.getByLabel('Your name').fill('Amina Diallo');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a badge file' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`${course.id}-unsigned-badge.json`);
    const text = readFileSync(await file.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      type: ['VerifiableCredential', 'AchievementCredential'],
      name: `${course.title} (unsigned)`,
      credentialSubject: { result: [{ value: '92' }] },
    });
    expect(text).toContain('This file is not signed.');
    await page.getByText('The badge file as text').click();
    await expect(page.locator('[data-part="badge-text"]')).toHaveValue(text);
    expect(faults).toEqual([]);
  });
