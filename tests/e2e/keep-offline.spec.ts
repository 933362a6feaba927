import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';

test('P64: the course is kept on request, opens without a network, keeps what is written, and is removed again', async ({
  page,
  context,
}) => {
  test.slow();
  await page.goto('en/offline.html');
  await expect(page.getByText(/It takes about \d+ megabytes/)).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  const keep = page.getByRole('button', { name: 'Keep the course for offline' });
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You can go offline.')).toBeVisible({ timeout: 60_000 });

  await context.setOffline(true);
  await page.goto('en/index.html');
  await page.goto('en/pre-arrest/exits-before-charge.html');
  const field = page.getByRole('textbox', { name: 'Your notes' });
  await field.pressSequentially('Written on a train');
  await page.reload();
  await expect(field).toHaveValue('Written on a train');
  await page.goto('en/pre-arrest/check.html');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Question 1 of')).toBeVisible();
  await context.setOffline(false);

  await page.goto('en/offline.html');
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect(page.getByText('The offline copy is removed.')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('an update replaces the kept edition when it is whole, and loses nothing of the learner', async ({
  page,
  context,
}) => {
  test.slow();
  await page.goto('en/offline.html');
  // As a visit some weeks ago left it.
  await page.evaluate(async () => {
    const scope = new URL('..', location.href).href;
    const old = await caches.open(`ati-offline ${scope} earlier`);
    await old.put(new URL('en/index.html', scope).href, new Response('An earlier start page'));
    localStorage.setItem('ati-notes:alternatives:own', 'kept');
    await navigator.serviceWorker.register(new URL('offline-worker.js', scope), { scope });
  });
  await expect
    .poll(() => page.evaluate(() => caches.keys()), { timeout: 60_000 })
    .toEqual([expect.not.stringContaining('earlier')]);
  await context.setOffline(true);
  await page.goto('en/index.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('ati-notes:alternatives:own'))).toBe(
    'kept',
  );
});
