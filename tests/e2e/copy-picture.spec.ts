import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

const lesson = 'en/why-alternatives/prison-and-after.html';

test('a chart is copied as an image with its title and its source @wide', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(lesson);
  const place = page.locator('[data-picture]').first();
  await expect(place).toHaveAttribute('data-below', /Fazel .*2017/);
  await place.getByRole('button', { name: 'Copy as an image' }).click();
  await expect(place.getByRole('status')).toHaveText('The image is on the clipboard.');
  const { width, colours } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const found = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4000)
      found.add([pixels[at], pixels[at + 1], pixels[at + 2]].join());
    return { width: image.width, colours: found.size };
  });
  expect(width).toBe(1568);
  expect(colours).toBeGreaterThan(2);
});

test('the image is saved as a file from a disk and where the clipboard is forbidden @wide', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(pathToFileURL(resolve('dist/site', lesson)).href);
  const place = page.locator('[data-picture]').first();
  const saved = page.waitForEvent('download');
  await place.getByRole('button', { name: 'Copy as an image' }).click();
  expect((await saved).suggestedFilename()).toBe('on-arrival.png');
  await expect(place.getByRole('status')).toHaveText('The image was saved as a file.');
});
