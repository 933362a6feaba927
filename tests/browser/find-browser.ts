import { execFileSync } from 'node:child_process';
import { findChromium } from '../../scorm/copies/workshop/chromium.ts';

/** Path of the browser that the tests drive; undefined where there is none. */
export const findBrowser = findChromium;

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
