import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes Astro's cache if an earlier live preview used another content folder. Astro keeps the cached file paths until
 * a setting changes, so pages that request a missing path would fail.
 * @param notes Astro's folder `.astro`
 * @param content the content folder being previewed
 */
export function forgetOtherContent(notes: string, content: string): void {
  const noted = join(notes, 'content-root.txt');
  if (existsSync(noted) && readFileSync(noted, 'utf8') === content) return;
  for (const name of ['data-store.json', 'content-modules.mjs', 'content-assets.mjs'])
    rmSync(join(notes, name), { force: true });
  mkdirSync(notes, { recursive: true });
  writeFileSync(noted, content);
}
