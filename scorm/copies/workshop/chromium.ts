import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/**
 * The Chromium of this machine: Playwright's own where it is installed, else `CHROME_PATH`, else a Chromium
 * or Chrome of the system.
 * @returns its path, or undefined where there is none
 */
export function findChromium(): string | undefined {
  const candidates = [
    chromium.executablePath(),
    process.env['CHROME_PATH'],
    // Without windows, tab strips and menus to start, a page is there in half the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}
