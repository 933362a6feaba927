import { unzipSync } from 'fflate';
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
