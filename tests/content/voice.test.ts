import { expect, test } from 'vitest';
import { SourceFile } from '../../src/content/files/source-file.ts';
import { voiceOf } from '../../src/content/report/voice.ts';

const page = (body: string) =>
  new SourceFile('en/about.mdx', Buffer.from(`---\ntitle: T\n---\n\n${body}\n`));

test('habits are counted, and those that do not occur are absent', () => {
  const { found } = voiceOf([page('Nobody knows the door. Somebody stands beside it, too.')]);
  expect(Object.fromEntries(found)).toEqual({
    'somebody, nobody': 2,
    'door, road, bridge': 1,
    beside: 1,
    'final too': 1,
  });
});

test('a quotation of law keeps its words', () => {
  expect(
    voiceOf([page('<Law source="treaty">\n\nNobody shall be held.\n\n</Law>')]).found.size,
  ).toBe(0);
});

test('mean, spread and share of fragments are of sentences', () => {
  const voice = voiceOf([
    page('Not always. The court decides on the second day after it has heard both.'),
  ]);
  expect(voice).toMatchObject({ sentences: 2, mean: 7, spread: 5, fragments: 0.5 });
});

test('a file without sentences has no rhythm', () => {
  expect(voiceOf([page('')])).toMatchObject({ sentences: 0, mean: 0, spread: 0, fragments: 0 });
});
