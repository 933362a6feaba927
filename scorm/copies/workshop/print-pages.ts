import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import type { Files } from '../../package/zip-package.ts';
import { withoutMoment } from './pdf-bytes.ts';

/**
 * Prints pages as tagged PDF, one after another, from disk and offline.
 * @param site the files that the pages need
 * @param pages paths, with a fragment where it selects the printed form
 * @param executablePath of Chromium
 * @returns the bytes of each page, in the order of `pages`
 */
export async function printPages(
  site: Files,
  pages: readonly string[],
  executablePath: string,
): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [path, bytes] of site) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    // Fixed colour scheme and time zone, so that the output does not depend on the machine.
    const page = await browser.newPage({ colorScheme: 'light', timezoneId: 'UTC', offline: true });
    const printed: Uint8Array[] = [];
    for (const address of pages) {
      const [path = '', form = ''] = address.split('#');
      const url = pathToFileURL(join(folder, path));
      url.hash = form;
      await page.goto(url.href);
      // The page sets its own paper size, since slides are landscape.
      const pdf = await page.pdf({
        ...{ format: 'A4', preferCSSPageSize: true, printBackground: true },
        ...{ tagged: true, outline: true },
      });
      printed.push(withoutMoment(pdf));
    }
    return printed;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
