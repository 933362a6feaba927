import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { LaunchPlaces } from '../../../scorm/preview/launch-places.ts';
import type { ServedPackage } from '../../../scorm/preview/read-package.ts';

const opened = { folder: tmpdir(), files: new Map() } as unknown as ServedPackage;

test('the launches of today are served, and the oldest of more than forty are forgotten', () => {
  const places = new LaunchPlaces();
  const [first, second, ...others] = Array.from({ length: 41 }, () => places.open(opened, true));
  expect(places.get(first?.id ?? '')).toBeUndefined();
  for (const place of [second, ...others]) expect(places.get(place?.id ?? '')).toBe(place);
});

test('a file is looked for below the place of its launch only', () => {
  const places = new LaunchPlaces();
  const place = places.open(opened, false);
  expect(places.find(`${place.path}a/b.html`)).toEqual({ place, name: 'a/b.html' });
  expect(places.find(`course/${place.id}/elsewhere/b.html`)).toBeUndefined();
});

test('a problem is noted once, and no more than fifty of a launch', () => {
  const places = new LaunchPlaces();
  const place = places.open(opened, false);
  for (let round = 0; round < 2; round++)
    for (let number = 0; number < 60; number++)
      places.tell(place, { kind: 'missing', found: `${number}.png` });
  expect(place.problems).toHaveLength(50);
  expect(new Set(place.problems.map(({ found }) => found)).size).toBe(50);
});
