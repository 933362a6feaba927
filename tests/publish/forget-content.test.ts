import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetOtherContent } from '../../src/publish/forget-content.ts';

test('the content cache of the live preview is kept for the same folder, and removed for another', () => {
  const notes = join(mkdtempSync(join(tmpdir(), 'astro-')), '.astro');
  const store = join(notes, 'data-store.json');
  forgetOtherContent(notes, '/a');
  writeFileSync(store, '{}');
  forgetOtherContent(notes, '/a');
  expect(existsSync(store)).toBe(true);
  forgetOtherContent(notes, '/b');
  expect(existsSync(store)).toBe(false);
});
