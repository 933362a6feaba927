import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pif } from '../../../scorm/package/pif.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = (...names: string[]) => new Map(names.map((name) => [name, bytes(name)]));

test('P27: the manifest is the first entry, the rest is in order', () => {
  const zip = pif(files('z.html', 'assets/a.css', 'imsmanifest.xml', 'a.html'));
  expect(Object.keys(unzipSync(zip))).toEqual([
    'imsmanifest.xml',
    'a.html',
    'assets/a.css',
    'z.html',
  ]);
});

test('P41: the order in which files come makes no difference', () => {
  expect(pif(files('a.html', 'imsmanifest.xml'))).toEqual(pif(files('imsmanifest.xml', 'a.html')));
});

test('the bytes of a file come back', () => {
  expect(unzipSync(pif(files('a.html')))['a.html']).toEqual(bytes('a.html'));
});
