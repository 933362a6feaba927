import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { newKey, revoke } from '../../src/certificate/issuer-key/issuer-files.ts';
import { violations } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';

const course = builtCourse();
const [track] = course.tracks;
const page = 'en/signed-certificates.html';
const json = (name: string, value: object) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(value)),
});
const list = {
  name: 'list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `name,date,score,track\nAyşe Nakamura,2026-11-20,100,${track?.id ?? ''}\nB,2026-11-20,12,\n`,
  ),
};

test('an institute signs a list, and anyone can verify the certificates', async ({ page: tab }) => {
  const institute = { id: 'https://institute.example', name: 'Institute of Judges' };
  const { key, issuer } = await newKey(institute, '2026-01-01');
  await tab.goto(page);
  await tab.locator('#key-file').setInputFiles(json('issuer-key.json', key));
  await tab.locator('#list-files').setInputFiles(list);
  await tab.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(tab.getByText('Certificates signed: 1.')).toBeVisible();
  await expect(tab.locator('[data-part="refused"]')).toContainText('list.csv, line 3');
  const download = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Save the certificate of Ayşe Nakamura' }).click();
  const path = await (await download).path();

  await tab.locator('#issuer-file').setInputFiles(json('issuer.json', issuer));
  await tab.locator('#signed-file').setInputFiles(path);
  const verify = tab.getByRole('button', { name: 'Verify', exact: true });
  await verify.click();
  await expect(tab.getByText('The signature is right.')).toBeVisible();
  await expect(tab.locator('[data-fact="name"]')).toHaveText('Ayşe Nakamura');
  expect(await violations(tab)).toEqual([]);

  const id = await tab.locator('[data-fact="id"]').innerText();
  const withdrawn = revoke(issuer, id, '2026-11-25');
  await tab.locator('#issuer-file').setInputFiles(json('issuer.json', withdrawn));
  await verify.click();
  await expect(tab.getByText('withdrew this certificate on 25 November 2026')).toBeVisible();

  const [head, body, signature] = readFileSync(path, 'utf8').split('.');
  await tab.locator('#signed-file').setInputFiles([]);
  await tab.locator('#signed-text').fill(`${head ?? ''}.${body ?? ''}x.${signature ?? ''}`);
  await verify.click();
  await expect(tab.getByText('altered after it was signed')).toBeVisible();
});

test('an unsuitable file is named, with what to do', async ({ page: tab }) => {
  const institute = { id: 'https://institute.example', name: 'Institute of Judges' };
  const { key } = await newKey(institute, '2026-01-01');
  await tab.goto(page);
  await tab.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(tab.getByText('Open your private file first.')).toBeVisible();
  await tab.locator('#key-file').setInputFiles(json('notes.json', {}));
  await tab.locator('#list-files').setInputFiles(list);
  await tab.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(tab.getByText('notes.json is not a private file that can sign.')).toBeVisible();
  await tab.locator('#signed-text').fill('a.b.c');
  await tab.locator('#issuer-file').setInputFiles(json('key.json', key));
  await tab.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(tab.getByText('key.json is not a published file of an institute.')).toBeVisible();
});
