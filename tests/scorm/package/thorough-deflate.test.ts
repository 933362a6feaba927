import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { thoroughDeflate } from '../../../scorm/package/thorough-deflate.ts';
import { zipPackage } from '../../../scorm/package/zip-package.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const line = (number: number) =>
  `<p>Line ${number * 7919} of the page, with words ${number % 37}.</p>`;
const page = encoded(Array.from({ length: 400 }, (_, number) => line(number)).join('\n'));
const files = new Map([
  ['imsmanifest.xml', encoded('<manifest/>')],
  ['a.html', page],
  ['b.js', encoded(`const words = ${JSON.stringify(line(3).repeat(90))};`)],
  ['empty.txt', new Uint8Array()],
]);

test('P52: a package is smaller than when it is compressed quickly, and unpacks to the same files', async () => {
  const zip = zipPackage(files, 'imsmanifest.xml', await thoroughDeflate()(files));
  expect(zip.length).toBeLessThan(zipPackage(files).length);
  expect(Object.entries(unzipSync(zip)).toSorted()).toEqual([...files].toSorted());
});

test('P41: the same files give the same bytes, alone and after others', async () => {
  const deflate = await thoroughDeflate()(files);
  const ofRun = thoroughDeflate();
  await ofRun(new Map([['c.html', encoded(line(1).repeat(50))]]));
  const later = await ofRun(new Map([...files].map(([path, bytes]) => [path, bytes.slice()])));
  expect(() => later(page)).toThrow('do not belong to a file');
  const again = await ofRun(files);
  expect(again(page)).toEqual(deflate(page));
  expect(inflateRawSync(again(page))).toEqual(Buffer.from(page));
});
