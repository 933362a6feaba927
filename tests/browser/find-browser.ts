import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * The browser that the tests drive: Playwright's own where it is installed, else `CHROME_PATH`,
 * else a Chromium or Chrome of the system.
 * @returns its path, or undefined where there is none
 */
export function findBrowser(): string | undefined {
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

/** Flags without which Chromium does not start as root, or talks to the network by itself. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Installs a browser: Playwright's, or Debian's where that cannot be had. */
export function installBrowser(): void {
  const attempts: [string, string[]][] = [
    [process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'inherit' });
    } catch {
      // The next way may work; whether one did is asked below.
    }
    if (findBrowser() !== undefined) return;
  }
  throw new Error(
    'No browser for the tests. Install Chromium or Chrome, or set CHROME_PATH to the one to use.',
  );
}

if (import.meta.main && findBrowser() === undefined) installBrowser();
