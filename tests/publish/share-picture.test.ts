import { expect, test } from 'vitest';
import { stages } from '../../src/course/stage.ts';
import { shareDrawing, sharePicture } from '../../src/publish/share-picture.ts';

test('each stage has a picture of its own, and the course one in which all four are lit', () => {
  const drawings = [undefined, ...stages].map((stage) => shareDrawing(stage));
  expect(new Set(drawings).size).toBe(5);
  for (const drawing of drawings) {
    expect(drawing.match(/<circle [^>]*r="36"/g)).toHaveLength(4);
    expect(drawing).not.toMatch(/undefined|var\(|<text/);
  }
  const hollow = (drawing = '') => drawing.match(/r="36" fill="#fcfcfa"/g)?.length ?? 0;
  expect(drawings.map(hollow)).toEqual([0, 3, 3, 3, 3]);
});

test('the picture is a PNG of 1200 by 630 pixels of less than 30 kB, the same each time', async () => {
  const [once, again] = [await sharePicture('trial'), await sharePicture('trial')];
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  const png = Buffer.from(once);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(30_000);
});
