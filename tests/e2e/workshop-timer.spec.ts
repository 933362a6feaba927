import { expect, test } from '@playwright/test';

const begin = new Date('2027-03-01T23:58:15');

test('the timer counts down, can be paused and extended by a minute, survives a reload, and announces the last minute and the end @wide', async ({
  page,
}) => {
  await page.clock.install({ time: begin });
  await page.goto('en/workshop/room/bus-station.html');
  const timer = page.locator('workshop-timer');
  const left = timer.locator('[data-part="left"]');
  const said = timer.locator('[data-part="timer-said"]');
  // From here on no time passes but what the test lets pass, however slow the machine.
  await page.clock.pauseAt(begin.getTime() + 15_000);
  await timer.getByRole('button', { name: '3 minutes' }).click();
  await expect(left).toHaveText('3:00');
  await timer.getByRole('button', { name: 'Start' }).click();
  await page.clock.fastForward(60_000);
  await expect(left).toHaveText('2:00');
  await timer.getByRole('button', { name: 'Pause' }).click();
  await page.clock.fastForward(600_000);
  await expect(left).toHaveText('2:00');
  await timer.getByRole('button', { name: 'One minute more' }).click();
  await timer.getByRole('button', { name: 'Start' }).click();
  await page.clock.fastForward(60_000);
  await page.reload();
  // Midnight has passed meanwhile.
  await expect(left).toHaveText('2:00');
  await expect(said).toHaveText('');
  await page.clock.fastForward(61_000);
  await expect(said).toHaveText('One minute left.');
  await page.clock.fastForward(60_000);
  await expect(left).toHaveText('0:00');
  await expect(said).toHaveText('Time is up.');
  await expect(timer).toHaveAttribute('data-over', '');
  await expect(timer.getByRole('button', { name: 'Start' })).toBeVisible();
});

test('the timer works by keyboard @wide', async ({ page }) => {
  await page.clock.install({ time: begin });
  await page.goto('en/workshop/index.html');
  await page
    .locator('workshop-timer')
    .getByRole('button', { name: '5 minutes', exact: true })
    .focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
  const go = page.locator('workshop-timer [data-part="go"]');
  for (
    let step = 0;
    step < 6 && !(await go.evaluate((it) => it === document.activeElement));
    step++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.clock.fastForward(90_000);
  await expect(page.locator('workshop-timer [data-part="left"]')).toHaveText('3:30');
});
