import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes what the live preview of Astro noted of another folder of content. It keeps the paths of files as long as no
 * setting changes, and pages that ask for a path that is gone could not be shown.
 * @param notes Astro's folder `.astro`
 * @param content the folder of content that is previewed
 */
export function forgetOtherContent(notes: string, content: string): void {
  const noted = join(notes, 'content-root.txt');
  if (existsSync(noted) && readFileSync(noted, 'utf8') === content) return;
  for (const name of ['data-store.json', 'content-modules.mjs', 'content-assets.mjs'])
    rmSync(join(notes, name), { force: true });
  mkdirSync(notes, { recursive: true });
  writeFileSync(noted, content);
}
