import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offerPackages } from '../../../scorm/command/offer-packages.ts';
import { readWebsite } from '../../../scorm/command/read-build.ts';
import { layOut } from '../../fixtures/dist-tiny/files.ts';
import { quickPackages } from '../../fixtures/quick-packages.ts';

describe('packages offered on the website', { timeout: 60_000 }, () => {
  let folder = '';
  const page = () => join(folder, 'site/en/administrators.html');
  const name = 'ati-course-en-scorm12.zip';

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'offers-'));
    layOut(folder);
    writeFileSync(
      page(),
      `<!DOCTYPE html><html><head></head><body><code data-file="${name}">${name}</code></body></html>`,
    );
    writeFileSync(`${page()}.br`, '');
    await quickPackages(['--standard', 'scorm12'], folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are served there byte for byte, and the page links to them', () => {
    offerPackages(folder);
    const offered = readFileSync(join(folder, 'site/packages', name));
    expect(offered.equals(readFileSync(join(folder, 'packages', name)))).toBe(true);
    expect(readFileSync(page(), 'utf8')).toContain(`href="../packages/${name}"`);
    expect(brotliDecompressSync(readFileSync(`${page()}.br`)).toString()).toBe(
      readFileSync(page(), 'utf8'),
    );
  });

  test('are not part of the packaged website', () => {
    const before = readWebsite(folder);
    offerPackages(folder);
    expect([...readWebsite(folder)].map(([path, bytes]) => [path, Buffer.from(bytes)])).toEqual(
      [...before].map(([path, bytes]) => [path, Buffer.from(bytes)]),
    );
  });

  test('are not those of an earlier build', () => {
    utimesSync(join(folder, 'packages', name), 0, 0);
    offerPackages(folder);
    expect(readFileSync(page(), 'utf8')).not.toContain('../packages/');
  });
});
