import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('docs/architecture.md says what each folder of the code holds, and names no other', () => {
  const [, table = ''] = readFileSync('docs/architecture.md', 'utf8').split('## Folders');
  const named = [...table.matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`((?:src|scorm)\/[\w-]+)\/`/g)].map(([, folder]) => folder),
  );
  const folders = ['src', 'scorm'].flatMap((root) =>
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${root}/${name}`),
  );
  expect(named.toSorted()).toEqual(folders.toSorted());
});
