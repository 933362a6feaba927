import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { siteServer } from '../../src/publish/serve.ts';

// The small course shows what the button and its worker do; the wide tests keep the whole course, all its files.
for (const { name, site, module, written, field, when } of [
  {
    name: 'a course',
    site: 'dist/small/site',
    module: 'en/first',
    written: 'en/evaluation.html',
    field: 'What will you do differently?',
    when: '',
  },
  {
    name: 'the whole course',
    site: 'dist/site',
    module: 'en/pre-arrest',
    written: 'en/pre-arrest/exits-before-charge.html',
    field: 'Your notes',
    when: ' @wide',
  },
])
  test.describe(name, () => {
    let server: Server;
    test.beforeAll(async () => {
      server = siteServer(site);
      await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    });
    test.afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = (path: string) =>
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;

    test(`P64: is stored on request, opens without a network, stores what is written, and can be removed${when}`, async ({
      page,
      context,
    }) => {
      await page.goto(address('en/offline.html'));
      await expect(page.getByText(/It takes about [\d.]+ megabytes?/)).toBeVisible();
      expect(await violationsInBothThemes(page)).toEqual([]);
      const keep = page.getByRole('button', { name: 'Keep the course for offline' });
      await keep.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('You can go offline.')).toBeVisible({ timeout: 60_000 });

      await context.setOffline(true);
      await page.goto(address('en/index.html'));
      await page.goto(address(written));
      const words = page.getByRole('textbox', { name: field });
      await words.pressSequentially('Written on a train');
      await page.reload();
      await expect(words).toHaveValue('Written on a train');
      await page.goto(address(`${module}/check.html`));
      await page.getByRole('button', { name: 'Begin' }).click();
      await expect(page.getByText('Question 1 of')).toBeVisible();
      await context.setOffline(false);

      await page.goto(address('en/offline.html'));
      await page.getByRole('button', { name: 'Remove the offline copy' }).click();
      await expect(page.getByText('The offline copy is removed.')).toBeVisible();
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
    });

    test(`P64: is replaced once an update is complete, without loss for the learner${when}`, async ({
      page,
      context,
    }) => {
      await page.goto(address('en/offline.html'));
      // A cache as a visit some weeks ago left it.
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
      await page.goto(address('en/index.html'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => localStorage.getItem('ati-notes:alternatives:own'))).toBe(
        'kept',
      );
    });
  });
