import { readFileSync } from 'node:fs';
import { type Locator, type Page } from '@playwright/test';

/** A file that a page gave its reader. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Presses a button that saves a file. @returns the file */
export async function savedBy(page: Page, button: string | Locator): Promise<SavedFile> {
  const download = page.waitForEvent('download');
  const pressed =
    typeof button === 'string' ? page.getByRole('button', { name: button }).first() : button;
  await pressed.click();
  const file = await download;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
}

/** A text as a file for a field that opens files. */
export const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
