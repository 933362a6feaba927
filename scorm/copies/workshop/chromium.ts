import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/**
 * Finds Chromium: Playwright's own if installed, else `CHROME_PATH`, else a Chromium or Chrome of the system.
 * @returns its path, or undefined if none is found
 */
export function findChromium(): string | undefined {
  const candidates = [
    chromium.executablePath(),
    process.env['CHROME_PATH'],
    // The headless shell has no browser UI to start and renders a page in half the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}
