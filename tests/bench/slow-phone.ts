import type { Browser, CDPSession, Page } from '@playwright/test';

/** Conditions under which the speed is measured: 400 kbps, 400 ms there and back, a processor six times slower. */
const bytesPerSecond = (400 * 1000) / 8;
const roundTrip = 400;
const slowDown = 6;

/**
 * Opens a page on a small phone that has been nowhere yet. The policy of the site's server is
 * bypassed in it, so that the inlined style of a page written by hand applies.
 */
export async function freshPhone(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    bypassCSP: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  return { page, session };
}

/** Makes line and processor slow from here on. */
export async function slowDownPhone(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
}
