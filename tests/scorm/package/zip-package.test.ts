import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipPackage } from '../../../scorm/package/zip-package.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = (...names: string[]) => new Map(names.map((name) => [name, bytes(name)]));

test('P27: the manifest is the first entry, the rest is in order', () => {
  const zip = zipPackage(files('z.html', 'assets/a.css', 'imsmanifest.xml', 'a.html'));
  expect(Object.keys(unzipSync(zip))).toEqual([
    'imsmanifest.xml',
    'a.html',
    'assets/a.css',
    'z.html',
  ]);
});

test('P41: the order in which files come makes no difference', () => {
  expect(zipPackage(files('a.html', 'imsmanifest.xml'))).toEqual(
    zipPackage(files('imsmanifest.xml', 'a.html')),
  );
});

test('the bytes of a file come back', () => {
  expect(unzipSync(zipPackage(files('a.html')))['a.html']).toEqual(bytes('a.html'));
});

test('incompressible files are stored, and every local header states the sizes', () => {
  const zip = Buffer.from(zipPackage(new Map([['a.png', new Uint8Array([1, 2, 3])]])));
  // APPNOTE 4.3.7: flags without bit 3, method 0, both sizes.
  expect(zip.readUInt16LE(6) & 0x0008).toBe(0);
  expect(zip.readUInt16LE(8)).toBe(0);
  expect([zip.readUInt32LE(18), zip.readUInt32LE(22)]).toEqual([3, 3]);
});

test('P52: it is smaller than at the highest level of another library', () => {
  const text = bytes(
    Array.from({ length: 2000 }, (_, line) => `line ${line * 7919} of it`).join(' '),
  );
  const other = zipSync({ 'a.html': text }, { level: 9 });
  expect(zipPackage(new Map([['a.html', text]])).length).toBeLessThan(other.length);
});
