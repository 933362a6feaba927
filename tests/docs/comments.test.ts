import { expect, test } from 'vitest';
import { repositoryTexts } from './references.ts';

test('a line of a comment has at most 120 characters', () => {
  const long = [...repositoryTexts()]
    .filter(([path]) => /\.(?:ts|js|astro|css)$/.test(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, at) =>
          line.length > 120 && /^\s*(?:\/\/|\/?\*)/.test(line) ? [`${path}:${at + 1}`] : [],
        ),
    );
  expect(long).toEqual([]);
});
